import { claimsInWords, heldInWords, verdictCounts } from '../../present/claims-in-words.ts';
import { evidenceEntries, evidenceKinds } from '../../present/evidence-entries.ts';
import { speakQuantity } from '../../present/speak-quantity.ts';
import { assumptionRows } from '../assumption-rows.ts';
import type { AssumptionRow } from '../assumption-rows.ts';
import { markup, points, table } from './markup.ts';
import type { Markup } from './markup.ts';
import type { ReportParts } from './report-parts.ts';

const claimWords = evidenceKinds.claim;

/** The figures that a scenario, the law or a person has set, with what they rest on. */
export function assumptionsPart({ briefing, evidence, result }: ReportParts): Markup {
  const rows = assumptionRows(briefing, result, evidence);
  const inputs = [...new Set(rows.map(({ input }) => input))]
    .map((name) => rows.filter(({ input }) => input === name))
    .filter(([first]) => first !== undefined);
  const isSet = ([first]: readonly AssumptionRow[]) =>
    first?.setBy.startsWith('the model') !== true;
  const set = inputs.filter(isSet);
  const others = inputs.length - set.length;
  const cited = [...new Set(set.flatMap(([first]) => first?.evidence ?? []))];
  // Claims have a part of their own.
  const facts = evidenceEntries(cited, evidence).filter(
    ({ id, kind }) => !Object.hasOwn(evidence.claims, id) && kind !== evidenceKinds.assumption,
  );
  return markup`<section class="dense" aria-labelledby="assumptions"><h2 id="assumptions">Assumptions and their sources</h2>${table(
    `What this scenario, the law or a person has set.${others === 0 ? '' : ` ${others} further figures stand as the model has them; the workbook lists them all.`} Ranges are those of 8 in 10 futures.`,
    ['Figure', 'Value', 'Set by', 'Kind of evidence', 'Rests on'],
    set.map((own) => {
      const [first] = own;
      return [
        first?.label ?? '',
        valuesOf(own),
        (first?.setBy ?? '')
          .replace(/^the /, '')
          .replace(/, above rule ([^,]+) of the law$/, ', not $1'),
        kindsOf(first?.classes ?? []),
        [...new Set([...(first?.evidence ?? []), ...(first?.source ?? '').split(', ')])]
          .filter((each) => each !== '')
          .join(', '),
      ];
    }),
    'assumptions',
  )}${
    facts.length === 0
      ? null
      : markup`<h3>Sources of law and statistics; C are the claims below, A our own assumptions</h3>${points(
          facts.map(
            ({ id, kind, sources, statement, title }) =>
              markup`<strong>${id}</strong> ${kind}: ${title === '' ? statement : title}.${sources
                .slice(0, 1)
                .map(
                  (source) =>
                    markup` <span class="quiet">${source.url === '' ? source.title : markup`<a href="${source.url}">${source.title}</a>`}</span>`,
                )}`,
          ),
          'columns three',
        )}`
  }</section>`;
}

/** Kinds of evidence, a claim marked as one. */
function kindsOf(classes: readonly string[]): Markup {
  const others = classes.filter((each) => each !== claimWords);
  const isClaim = others.length < classes.length;
  return markup`${isClaim ? markup`<span class="claim">${claimWords}</span>` : null}${isClaim && others.length > 0 ? ', ' : ''}${others.join(', ').toLowerCase()}`;
}

/** Values by posture and year, those that are the same together: `One law, None: 0; All laws: HK$600 k`. */
function valuesOf(rows: readonly AssumptionRow[]): string {
  const texts = new Map<string, string[]>();
  for (const row of rows) {
    // What multiplies all is in the ranges of what it multiplies.
    if (row.isMultiplier && rows.some(({ isMultiplier, spread }) => !isMultiplier && spread !== ''))
      continue;
    const text = valueText(row);
    texts.set(text, [...(texts.get(text) ?? []), row.of]);
  }
  return [...texts]
    .map(([text, of]) => (texts.size === 1 || of[0] === '' ? text : `${of.join(', ')}: ${text}`))
    .join('; ');
}

function valueText({ currency, isMultiplier, spread, unit, value }: AssumptionRow): string {
  if (isMultiplier) return spread.replace(/\.$/, '');
  if (value === null) return 'none';
  if (typeof value === 'string') return value;
  const own = speakQuantity(Number(value.toPrecision(3)), unit, currency === '' ? null : currency);
  const range = /within (.+)\.$/.exec(spread)?.[1] ?? '';
  return range === '' ? own : `${own} (${range})`;
}

/** The published claims, each with its verdict: never as facts. */
export function claimsPart({ result }: ReportParts): Markup {
  const claims = claimsInWords(result.claims);
  if (claims.length === 0) return markup``;
  const counts = verdictCounts(claims)
    .map(({ count, label }) => `${count} ${label.toLowerCase()}`)
    .join(', ');
  return markup`<section class="dense" aria-labelledby="claims"><h2 id="claims">What a vendor claims</h2><p>These are claims of an article by a vendor, not facts. ${heldInWords(claims)} By verdict: ${counts}.</p>${points(
    claims.map(
      ({ id, isFlagged, statement, verdict }) =>
        markup`<strong>${id}</strong> ${statement} ${isFlagged ? markup`<span class="claim">${verdict}</span>` : markup`<strong>${verdict}.</strong>`}`,
    ),
    'columns three',
  )}</section>`;
}
