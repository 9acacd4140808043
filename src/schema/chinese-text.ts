/** The encodings in which spreadsheets write Chinese besides Unicode: of the mainland, and of Hong Kong and Taiwan. */
export type ChineseEncoding = 'gb18030' | 'big5';

const common: Readonly<
  Record<ChineseEncoding, { readonly lead: (byte: number) => boolean; readonly trail: number }>
> = {
  // Punctuation and the first plane of GB 2312.
  gb18030: {
    lead: (byte) => (byte >= 0xb0 && byte <= 0xd7) || (byte >= 0xa1 && byte <= 0xa3),
    trail: 0xa1,
  },
  // Punctuation and the frequent characters of Big5.
  big5: {
    lead: (byte) => (byte >= 0xa4 && byte <= 0xc6) || (byte >= 0xa1 && byte <= 0xa3),
    trail: 0x40,
  },
};

/**
 * The encoding of Chinese text, and what it says, or null where it is in neither. Both read nearly any
 * bytes; the right one gives words that are known, or else characters that people use.
 */
export function chineseText(
  bytes: Uint8Array,
  countKnown: (text: string) => number,
): { readonly encoding: ChineseEncoding; readonly text: string } | null {
  const found = (['gb18030', 'big5'] as const).flatMap((encoding) => {
    const text = decoded(bytes, encoding);
    if (text === null) return [];
    return [{ encoding, text, known: countKnown(text), share: commonShare(bytes, encoding) }];
  });
  const [best] = found.toSorted((a, b) => b.known - a.known || b.share - a.share);
  return best ?? null;
}

function decoded(bytes: Uint8Array, encoding: ChineseEncoding): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // Some systems give characters of nobody's for bytes that stand for none.
    return /[\ue000-\uf8ff]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** The share of characters of two bytes that are among the frequent ones of an encoding. */
export function commonShare(bytes: Uint8Array, encoding: ChineseEncoding): number {
  const { lead, trail } = common[encoding];
  let [all, known] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) continue;
    const second = bytes[++at] ?? 0;
    all++;
    if (lead(first) && second >= trail) known++;
  }
  return all === 0 ? 0 : known / all;
}

/** Letters that European languages of today write with two bytes of UTF-8. */
const modern =
  /^[\u00a0-\u017f\u0218-\u021b]+$|^[\u0370-\u03ff]+$|^[\u0400-\u045f]+$|^[\u0590-\u06ff]+$/;

/**
 * What a text says in GB 18030 where its bytes happen to be UTF-8 too: nothing of it is a character of
 * Chinese in UTF-8, and its words are of no alphabet of today. Null for any other.
 */
export function hiddenChinese(bytes: Uint8Array, utf8: string): string | null {
  const words = utf8.match(/[\u0080-\uffff]+/g) ?? [];
  if (words.length === 0 || /[\u0800-\uffff]/.test(utf8)) return null;
  // An accent stands among plain letters; Chinese does not.
  if (/[a-z][\u0080-\uffff]|[\u0080-\uffff][a-z]/i.test(utf8)) return null;
  if (words.every((word) => modern.test(word))) return null;
  const text = decoded(bytes, 'gb18030');
  return text !== null && commonShare(bytes, 'gb18030') === 1 ? text : null;
}
