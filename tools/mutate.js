/**
 * Changes one operator or number at a time in a seeded sample of the source, and runs the tests of its
 * folder: a change that no test notices stands where a test is missing.
 *
 *   npm run mutate -- --count 40 --seed 1 [--only FILE] [--tests FILE]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseSync } from 'vite';
import { patience } from './patience.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    tests: { type: 'string' },
  },
});
const folders = ['numeric', 'analysis', 'language', 'regimes', 'schema'];
const swaps = {
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '&&': '||',
  '||': '&&',
};

/** Every change that could be made in a file: where, and what would stand there. */
function mutantsOf(file) {
  const text = readFileSync(file, 'utf8');
  const found = [];
  const visit = (node) => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) return node.forEach(visit);
    // Types are not run.
    if (/^TS(Type|Interface)/.test(node.type ?? '')) return;
    if (/^(Binary|Logical)Expression$/.test(node.type) && node.operator in swaps) {
      const at = text.indexOf(node.operator, node.left.end);
      if (at < node.right.start)
        found.push({ file, at, from: node.operator, to: swaps[node.operator] });
    }
    for (const each of Object.values(node)) visit(each);
  };
  visit(parseSync(file, text).program);
  return found;
}

const draw = (mutant) =>
  createHash('sha256').update(`${values.seed} ${mutant.file} ${mutant.at}`).digest('hex');
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
const files = values.only ? [values.only] : folders.flatMap((each) => filesIn(`src/${each}`));
const all = files.flatMap((file) => mutantsOf(file));
const chosen = all
  .map((mutant) => [draw(mutant), mutant])
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .slice(0, Number(values.count));
const program = ['node_modules/vitest/vitest.mjs', '--run', '--project', 'node', '--bail', '1'];
const testsOf = (file) => (values.tests ? [values.tests] : [`test/${file.split('/')[1]}/`]);
// A file is put back as it was whatever ends this.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
let killed = 0;
for (const [, { at, file, from, to }] of chosen) {
  const text = readFileSync(file, 'utf8');
  const line = text.slice(0, at).split('\n').length;
  const restore = () => writeFileSync(file, text);
  process.once('exit', restore);
  try {
    writeFileSync(file, text.slice(0, at) + to + text.slice(at + from.length));
    const child = spawn(process.execPath, [...program, ...testsOf(file)], {
      stdio: 'ignore',
      timeout: patience.test,
    });
    const [status] = await once(child, 'exit');
    // Where it hangs the tests have noticed too.
    if (status !== 0) killed += 1;
    console.log(`${status === 0 ? 'SURVIVED' : 'killed  '} ${file}:${line} ${from} -> ${to}`);
  } finally {
    restore();
    process.off('exit', restore);
  }
}
console.log(
  `${killed} of ${chosen.length} killed, of ${all.length} possible (seed ${values.seed})`,
);
