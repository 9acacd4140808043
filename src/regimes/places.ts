import type { PlaceId } from '../schema/places.ts';

/** The part of the world whose law a place is under, as far as the two laws need to know. */
export type Region = 'hong-kong' | 'mainland' | 'elsewhere';

interface Place {
  readonly label: string;
  readonly region: Region;
  /** One of the nine Guangdong cities of the Greater Bay Area. */
  readonly bayArea?: true;
}

const place = (label: string, region: Region): Place => ({ label, region });
const bayArea = (label: string): Place => ({ label, region: 'mainland', bayArea: true });

const known = {
  'hong-kong': place('Hong Kong', 'hong-kong'),
  guangzhou: bayArea('Guangzhou'),
  shenzhen: bayArea('Shenzhen'),
  zhuhai: bayArea('Zhuhai'),
  foshan: bayArea('Foshan'),
  huizhou: bayArea('Huizhou'),
  dongguan: bayArea('Dongguan'),
  zhongshan: bayArea('Zhongshan'),
  jiangmen: bayArea('Jiangmen'),
  zhaoqing: bayArea('Zhaoqing'),
  hangzhou: place('Hangzhou', 'mainland'),
  zhangjiakou: place('Zhangjiakou', 'mainland'),
  heyuan: place('Heyuan', 'mainland'),
  beijing: place('Beijing', 'mainland'),
  shanghai: place('Shanghai', 'mainland'),
  tianjin: place('Tianjin', 'mainland'),
  chongqing: place('Chongqing', 'mainland'),
  chengdu: place('Chengdu', 'mainland'),
  nanjing: place('Nanjing', 'mainland'),
  suzhou: place('Suzhou', 'mainland'),
  wuhan: place('Wuhan', 'mainland'),
  xiamen: place('Xiamen', 'mainland'),
  mainland: place('Elsewhere in the mainland', 'mainland'),
  macao: place('Macao', 'elsewhere'),
  taiwan: place('Taiwan', 'elsewhere'),
  singapore: place('Singapore', 'elsewhere'),
  japan: place('Japan', 'elsewhere'),
  'european-union': place('European Union', 'elsewhere'),
  'united-kingdom': place('United Kingdom', 'elsewhere'),
  'united-states': place('United States', 'elsewhere'),
  elsewhere: place('Elsewhere in the world', 'elsewhere'),
} as const satisfies Readonly<Record<PlaceId, Place>>;

/** What is known of a place. */
export function placeOf(id: PlaceId): Place {
  return known[id];
}
