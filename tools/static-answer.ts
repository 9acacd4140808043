import { readFileSync } from 'node:fs';
import { costDotplot } from '../src/charts/cost-dotplot.ts';
import { savingDotplot } from '../src/charts/saving-dotplot.ts';
import { postureRole } from '../src/charts/posture-look.ts';
import type { Scene } from '../src/charts/scene.ts';
import { toSvgString } from '../src/charts/to-svg-string.ts';
import { lawOfFiles } from '../src/runner/law-with.ts';
import { readLawFiles } from './read-law-files.ts';
import { switchingValues } from '../src/analysis/switching-values.ts';
import { parseFormula } from '../src/language/parse-formula.ts';
import { comparison } from '../src/present/comparison.ts';
import { headline } from '../src/present/headline.ts';
import type { PostureCard } from '../src/present/posture-cards.ts';
import { postureCards } from '../src/present/posture-cards.ts';
import { provenance } from '../src/present/provenance.ts';
import { hongKongDollars } from '../src/present/shown-currency.ts';
import { switchingSentence } from '../src/present/switching.ts';
import { calculate } from '../src/runner/calculate.ts';
import { prepare } from '../src/runner/prepare.ts';
import type { Evidence } from '../src/schema/evidence.ts';

const currency = hongKongDollars;
/** As wide as the page's column is; the browser scales it. */
const size = { width: 1016 };

/** The answer of the published comparison as plain HTML: what a reader without script has. */
export async function staticAnswer(): Promise<string> {
  const file = 'scenarios/published.json';
  const { prepared, issues } = prepare({
    file,
    read: (path) => readFileSync(path),
    findModel: (name) => ({ file: name, source: readFileSync(`models/${name}.json`) }),
    parse: parseFormula,
    applyLaw: lawOfFiles(readLawFiles('models/regimes'), parseFormula),
  });
  if (prepared === null) throw new Error(issues.map(({ message }) => message).join('\n'));
  const evidence = JSON.parse(readFileSync('models/evidence.json', 'utf8')) as Evidence;
  const result = calculate(prepared, evidence);
  const { source } = prepared.compiled;
  const values = await switchingValues(source, () => Promise.resolve(true));
  const { sentence, detail } = headline(result, currency);
  const { columns, sections, scale } = comparison(result, currency);
  const heads = [scale.words, ...columns]
    .map((each) => `<th scope="col">${escaped(each)}</th>`)
    .join('');
  const bodies = sections.map(
    ({ heading, rows }) =>
      `<tbody><tr><th scope="rowgroup" colspan="${columns.length + 1}">${escaped(heading)}</th></tr>${rows
        .map(
          ({ label, cells }) =>
            `<tr><th scope="row">${escaped(label)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
        )
        .join('')}</tbody>`,
  );
  return [
    '<div class="static">',
    `<h2>${escaped(sentence)}</h2><p class="detail">${escaped(detail)}</p><p class="change">${escaped(switchingSentence(result, values ?? [], currency))}</p>`,
    `<ul class="postures">${postureCards(result, currency, null).map(card).join('')}</ul>`,
    ...[costDotplot(result, size, currency), savingDotplot(result, size, currency)].map((scene) =>
      scene === null ? '' : figure(scene),
    ),
    `<h3>The postures side by side</h3><div class="scroll"><table><thead><tr>${heads}</tr></thead>${bodies.join('')}</table></div>`,
    `<p class="provenance">${escaped(provenance(result))}</p>`,
    '</div>',
  ].join('\n');
}

function card({ description, facts, label, lawful, range }: PostureCard, index: number): string {
  const pairs = facts.map(
    (fact) => `<dt>${escaped(fact.label)}</dt><dd>${escaped(fact.text)}</dd>`,
  );
  return `<li class="of-${postureRole(index)}"><h3>${escaped(label)}</h3><p class="about">${escaped(description)}</p><p class="law">${escaped(lawful?.text ?? '')}</p><p class="range">${escaped(range)} <small>over 5 years, in 8 of 10 futures</small></p><dl>${pairs.join('')}</dl></li>`;
}

function figure(scene: Scene): string {
  return `<figure><figcaption><h3>${escaped(scene.title)}</h3><p>${escaped(scene.subtitle)}</p></figcaption>${toSvgString(scene, 'classes')}<p>${escaped(scene.hint)}</p></figure>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] ?? character);
}
