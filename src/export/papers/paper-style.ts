import { reportStyle } from '../report/style.ts';
import type { Stamp } from './papers-parts.ts';

/** The look of the report, with boxes to tick and lines to sign on. */
export function paperStyle({ lawDate, made }: Stamp): string {
  const plain = (text: string) => text.replaceAll(/[^A-Za-z0-9.,+ -]/g, '');
  return `${reportStyle(`${plain(made)}, law as of ${plain(lawDate)}`)}.stamp{padding:.5rem .75rem;background:var(--tint)}
.stamp dl,.facts{grid-template-columns:minmax(6.5rem,2fr) 5fr}
.stamp dd,.facts dd{text-align:start;overflow-wrap:anywhere}
.facts{gap:.25rem .75rem}
.ticks{padding:0;list-style:none}
.ticks li{display:flex;gap:.5rem;margin:.3rem 0}
.ticks li::before{content:"";flex:none;width:.8em;height:.8em;margin-top:.35em;border:1px solid var(--ink)}
.deep-1 th{padding-inline-start:1.25rem}.deep-2 th{padding-inline-start:2.5rem}.deep-3 th{padding-inline-start:3.75rem}
blockquote{margin:.5rem 0;padding:.25rem .75rem;border-inline-start:3px solid var(--axis)}
.sign{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(14rem,100%),1fr));gap:2.5rem 2rem;margin-top:3rem}
.sign p{margin:0;padding-top:.25rem;border-top:1px solid var(--ink);font-size:.875rem}
@media print{body{font-size:9.5pt}dl,table{font-size:9pt}small,.quiet,caption{font-size:8.5pt}.sign{grid-template-columns:1fr 1fr;break-inside:avoid}section{break-inside:auto}.stamp{border:1pt solid var(--axis)}h2{margin-top:10pt}footer{display:block}}
`;
}
