import { sha256 } from '../../numeric/sha256.ts';
import { citation } from '../../present/citation.ts';
import { answerPart, comparisonPart } from './answer-part.ts';
import { assumptionsPart, claimsPart } from './evidence-part.ts';
import { lawPart } from './law-part.ts';
import { markup, Markup } from './markup.ts';
import { manifestPart, methodPart } from './method-part.ts';
import { reasonPart, spreadPart } from './pictures-part.ts';
import type { ReportParts } from './report-parts.ts';
import { reportStyle } from './style.ts';

/**
 * A run as one HTML file that needs nothing else: no script, no fetching, a style sheet that its
 * policy allows by its hash. The same run gives the same bytes wherever it is made.
 */
export function reportHtml(parts: ReportParts): string {
  const { manifest } = parts.result;
  const plain = (text: string) => text.replaceAll(/[^A-Za-z0-9.+-]/g, '');
  const style = reportStyle(
    `Tandem ${plain(manifest.tandem)}, law as of ${plain(manifest.asOf)}, seed ${manifest.seed}, result ${plain(manifest.resultHash.slice(0, 16))}`,
  );
  const policy = `default-src 'none'; style-src 'sha256-${base64(sha256(new TextEncoder().encode(style)))}'; base-uri 'none'; form-action 'none'`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Tandem ${manifest.tandem}">
<title>${manifest.scenario.name}: what compliance costs</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main>
${answerPart(parts)}
${spreadPart(parts)}
${comparisonPart(parts)}
${reasonPart(parts)}
${lawPart(parts)}
${assumptionsPart(parts)}
${claimsPart(parts)}
<div class="pair ends">
${methodPart(parts)}
${manifestPart(parts)}
</div>
</main>
<footer><p class="quiet">${citation(parts.result, '').trim()}</p></footer>
</body>
</html>
`.text;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
