/** What Lighthouse says of the built page, the median of three runs: `npm run lighthouse`. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { browserPath } from './browser-path.js';
import { serveSite } from './serve-site.js';

const runs = 3;
/** The least of each score, of 100; the others are told only. */
const least = { performance: 95, accessibility: 100, 'best-practices': 100 };
const measures = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
];

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-quic',
];
const chrome = await browserPath();

async function report(address) {
  // Not a dependency: a hundred packages for what is run by hand.
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      '--yes',
      'lighthouse@13.5.0',
      address,
      '--quiet',
      '--output=json',
      `--chrome-flags=${flags.join(' ')}`,
      ...process.argv.slice(2),
    ],
    { env: { ...process.env, CHROME_PATH: chrome }, maxBuffer: 1e8 },
  );
  return JSON.parse(stdout);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const site = await serveSite('dist/site');
const reports = [];
try {
  for (let run = 0; run < runs; run++) reports.push(await report(site.address));
} finally {
  await site.close();
}

const speeds = reports.map(({ environment }) => Math.round(environment.benchmarkIndex));
console.log(`Lighthouse ${reports[0].lighthouseVersion}, median of ${runs} runs:`);
console.log(`  speed of this machine: ${speeds.join(', ')} (a laptop at rest has above 1500)`);
let isGood = true;
for (const id of Object.keys(reports[0].categories)) {
  const scores = reports.map(({ categories }) => Math.round(100 * categories[id].score));
  const wanted = least[id];
  const score = median(scores);
  if (wanted !== undefined && score < wanted) isGood = false;
  const note = wanted === undefined ? '' : `, at least ${wanted} is wanted`;
  console.log(`  ${id}: ${score} (${scores.join(', ')})${note}`);
}
for (const id of measures) {
  const [{ audits }] = reports;
  const value = median(reports.map((each) => each.audits[id].numericValue));
  console.log(`  ${audits[id].title}: ${Number(value.toPrecision(3))} ${audits[id].numericUnit}`);
}
const faults = new Map();
for (const { categories, audits } of reports)
  for (const id of Object.keys(least))
    for (const { id: audit, weight } of categories[id].auditRefs) {
      const { score, title, details } = audits[audit];
      if (weight > 0 && score !== null && score < 0.9)
        faults.set(
          audit,
          `${title}: ${(details?.items ?? []).map((item) => item.node?.selector ?? item.description ?? item.url ?? '').join('; ')}`,
        );
    }
for (const [audit, text] of faults) console.log(`  to put right: ${audit}: ${text}`);
process.exitCode = isGood ? 0 : 1;
