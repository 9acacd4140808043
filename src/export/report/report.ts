import { citation } from '../../present/citation.ts';
import { answerPart, comparisonPart } from './answer-part.ts';
import { assumptionsPart, claimsPart } from './evidence-part.ts';
import { lawPart } from './law-part.ts';
import { htmlPage } from './html-page.ts';
import { markup } from './markup.ts';
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
  return htmlPage({
    title: `${manifest.scenario.name}: what compliance costs`,
    style,
    version: manifest.tandem,
    body: markup`<main>
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
<footer><p class="quiet">${citation(parts.result, '').trim()}</p></footer>`,
  });
}
