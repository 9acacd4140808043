import { darkPalette, lightPalette } from '../../charts/palette.ts';
import type { Palette } from '../../charts/palette.ts';
import { postureRoles } from '../../charts/scene.ts';

const variables = (palette: Palette) =>
  `--ink:${palette.strong};--quiet:${palette.label};--surface:${palette.surface};--line:${palette.grid};--axis:${palette.axis};${postureRoles.map((role) => `--${role}:${palette[role]};`).join('')}`;

/** Marks have light colours of their own: only the dark ones need a rule. */
const marks = (palette: Palette) =>
  Object.entries(palette)
    .filter(([role]) => role !== 'surface')
    .map(
      ([role, colour]) =>
        `svg .${role}{fill:${colour}}svg line.${role},svg .line.${role}{fill:none;stroke:${colour}}`,
    )
    .join('');

/** `foot` stands at the foot of each printed page; letters, digits and plain signs only. */
export function reportStyle(foot: string): string {
  return `:root{color-scheme:light dark;${variables(lightPalette)}--flag:#8c1d18;--tint:#f4f5f7}
@media screen and (prefers-color-scheme:dark){:root{${variables(darkPalette)}--flag:#ffb4a9;--tint:#20242c}${marks(darkPalette)}svg text{stroke:${darkPalette.surface}}svg text.inside{stroke:none}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:56rem;padding:1.5rem 1.25rem 4rem;background:var(--surface);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
h1,h2,h3{line-height:1.25;text-wrap:balance}
h1{margin:.25rem 0 .75rem;font-size:1.75rem}
h2{margin:2rem 0 .75rem;padding-top:.75rem;border-top:2px solid var(--ink);font-size:1.25rem}
h3{margin:1.25rem 0 .25rem;font-size:1rem}
p{margin:.25rem 0 .5rem}
ul{margin:.25rem 0 .75rem;padding-left:1.1rem}
li{margin:.15rem 0}
a{color:inherit}
small,.quiet,caption,figcaption p{color:var(--quiet);font-size:.875rem}
.eyebrow{margin:0;color:var(--quiet);font-size:.875rem}
.lead{font-size:1.0625rem}
.change{padding:.5rem .75rem;background:var(--tint)}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:1rem;margin:1rem 0;padding:0;list-style:none}
.cards li{margin:0;padding:.6rem .75rem;border:1px solid var(--line);border-top:4px solid var(--axis)}
${postureRoles.map((role) => `.cards .${role}{border-top-color:var(--${role})}`).join('')}
.cards h3{margin:0}
.cards .range{margin:.25rem 0;font-size:1.125rem;font-weight:600}
.cards .range small{display:block;font-weight:400}
dl{display:grid;grid-template-columns:1fr max-content;gap:0 .75rem;margin:.25rem 0;font-size:.875rem}
dt{color:var(--quiet)}
dd{margin:0;text-align:end;font-variant-numeric:tabular-nums}
.manifest{grid-template-columns:auto 1fr}
.manifest dd{text-align:start;overflow-wrap:anywhere}
figure{margin:1.25rem 0}
figcaption h3{margin:0;font-size:1rem}
figcaption p{margin:0}
svg{display:block;width:100%;height:auto;margin:.4rem 0;font-variant-numeric:tabular-nums}
.narrow{display:none}
summary{cursor:pointer;color:var(--quiet);font-size:.875rem}
.scroll{overflow-x:auto}
.scroll:focus-visible,summary:focus-visible,a:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
.unseen{position:absolute;width:1px;height:1px;margin:0;padding:0;border:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
table{width:100%;margin:.5rem 0;border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}
caption{padding-bottom:.25rem;text-align:start}
th,td{padding:.2rem .6rem .2rem 0;border-bottom:1px solid var(--line);text-align:start;vertical-align:top;font-weight:400}
thead th{color:var(--quiet);vertical-align:bottom}
.figures th+th,.figures td{text-align:end}
.figures .group th{padding-top:.5rem;color:var(--quiet);text-align:start}
.strong th,.strong td,strong{font-weight:600}
.claim{display:inline-block;padding:0 .3rem;border:1px solid var(--flag);color:var(--flag);font-size:.75rem;white-space:nowrap}
.columns{columns:2 20rem;column-gap:1.5rem}
.columns li{break-inside:avoid}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr));gap:0 1.5rem}
.hash{overflow-wrap:anywhere;font-family:ui-monospace,monospace;font-size:.75rem}
footer{margin-top:2rem}
@media screen and (max-width:34rem){.wide{display:none}.narrow{display:block}body{padding-inline:1rem}h1{font-size:1.375rem}}
@page{size:A4;margin:10mm 12mm 11mm;@bottom-left{content:"${foot}";color:#4a4f57;font:7pt system-ui,sans-serif}@bottom-right{content:counter(page) " / " counter(pages);color:#4a4f57;font:7pt system-ui,sans-serif}}
@media print{
:root{color-scheme:light}
body{max-width:none;padding:0;font-size:8pt;line-height:1.3}
h1{font-size:15pt;margin:1pt 0 4pt}
h2{margin:4pt 0 1pt;padding-top:2pt;border-top-width:1pt;font-size:11pt;break-after:avoid}
h3{margin:4pt 0 1pt;font-size:8.5pt;break-after:avoid}
figcaption h3{font-size:8.5pt}
p,ul{margin:1pt 0 3pt}
li{margin:0}
h3+ul{margin-top:0}
small,.quiet,caption,figcaption p,.eyebrow,summary{font-size:7pt;line-height:1.2}
.lead{font-size:9.5pt}
.change{padding:3pt 5pt}
.cards{grid-template-columns:repeat(auto-fit,minmax(40mm,1fr));gap:6pt;margin:5pt 0}
.cards li{padding:3pt 5pt;border-top-width:2.5pt}
.cards .range{margin:1pt 0;font-size:10pt}
dl,table{font-size:7.5pt}
table{margin:2pt 0}
th,td{padding:.3pt 5pt .3pt 0;line-height:1.25}
caption{padding-bottom:1pt}
figure{margin:3pt 0;break-inside:avoid}
svg{margin:1pt 0}
.pair{grid-template-columns:1fr 1fr;gap:0 12pt}
.dense,.dense table,.dense li{font-size:7pt;line-height:1.22}
.columns{columns:2;column-gap:12pt}
.three{columns:3;column-gap:9pt;padding:0;list-style:none;font-size:6.5pt}
.three li{font-size:6.5pt;line-height:1.18}
.ends,.ends dl{font-size:7pt}
.assumptions th:first-child{width:20%}.assumptions td:nth-child(2){width:36%}.assumptions td:nth-child(4){width:18%}.assumptions td:nth-child(5){width:11%}
.small table{font-size:6.5pt}.small th,.small td{line-height:1.18}.small th:first-child{width:14%}
.claim{border:0;padding:0;font-size:inherit;font-weight:600}
.scroll{overflow:visible}
.hash{font-size:5.6pt;letter-spacing:-.02em}
.manifest{grid-template-columns:auto 1fr}
a{text-decoration:none}
details,.screen,footer{display:none}
.cards li,tr,li{break-inside:avoid}
}
`;
}
