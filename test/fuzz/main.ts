/**
 * `npm run fuzz [-- --minutes 10 --seed 1 --target formula]`: feeds every reader of what comes from
 * outside with what is made up, for so long, each batch in a process of its own. Whatever crashes,
 * hangs, aborts, fails otherwise than in words or gives what is no number is told, written to
 * dist/fuzz/found, and ends it with 1.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { targets } from './targets.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string' },
  },
});
const chosen = targets.filter(({ name }) => values.target === undefined || name === values.target);
if (chosen.length === 0) {
  const known = targets.map(({ name }) => name).join(', ');
  throw new Error(`there is no target ${values.target ?? ''}; there are ${known}`);
}

/** Seconds of a processor that one input may take: how busy the machine is does not count. */
const patience = 20;
const batch = 150;
const folder = mkdtempSync(join(tmpdir(), 'tandem-fuzz-'));
const child = fileURLToPath(new URL('child.js', import.meta.url));

interface Note {
  readonly tried: number;
  readonly accepted: number;
  readonly input: string | null;
  readonly failure?: string | null;
  readonly done?: boolean;
}
interface Outcome {
  readonly note: Note;
  readonly fault: string | null;
}

/** What a process has had of a processor; the time that has passed, where nobody tells. */
const told = existsSync('/proc/self/stat');
function secondsOf(pid: number | undefined): number {
  if (!told) return Date.now() / 1000;
  try {
    const words = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(words[11]) + Number(words[12])) / 100;
  } catch {
    return 0; // It has ended.
  }
}

/** Runs a batch, and ends it where one input takes too long. */
function run(target: string, seed: number, count: number): Promise<Outcome> {
  const file = join(folder, `${target}.json`);
  writeFileSync(file, '{"tried":0,"accepted":0,"input":null}');
  const read = (): Note | null => {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Note;
    } catch {
      return null; // It is just being written.
    }
  };
  return new Promise((resolve) => {
    const started = spawn(process.execPath, [child, target, String(seed), String(count), file], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    started.stderr.on('data', (data: Buffer) => (said = `${said}${data.toString()}`.slice(-4000)));
    let last = '';
    let since = secondsOf(started.pid);
    let hung = false;
    const watch = setInterval(() => {
      const now = JSON.stringify(read());
      const spent = secondsOf(started.pid);
      if (now !== last) [last, since] = [now, spent];
      else if (spent - since > patience) {
        hung = true;
        started.kill('SIGKILL');
      }
    }, 200);
    started.on('close', (code, signal) => {
      clearInterval(watch);
      const note = read() ?? { tried: 0, accepted: 0, input: null };
      if (hung) resolve({ note, fault: `no end in ${patience} s` });
      else if (note.done !== true)
        resolve({ note, fault: `ended with ${signal ?? code}: ${said}` });
      else resolve({ note, fault: note.failure ?? null });
    });
  });
}

const end = Date.now() + Number(values.minutes) * 60_000;
const totals = new Map(chosen.map(({ name }) => [name, { tried: 0, accepted: 0 }]));
const found = new Map<
  string,
  { readonly target: string; readonly input: string | null; readonly fault: string }
>();
for (let round = 0; Date.now() < end; round++) {
  for (const { name } of chosen) {
    if (Date.now() >= end) break;
    const seed = Number(values.seed) * 1_000_003 + round;
    const { fault, note } = await run(name, seed, batch);
    const total = totals.get(name);
    if (total !== undefined) {
      total.tried += note.tried;
      total.accepted += note.accepted;
    }
    if (fault === null) continue;
    const kind = `${name}: ${fault.split('\n')[0]?.replaceAll(/\d+(?:\.\d+)?/g, 'N') ?? ''}`;
    if (found.has(kind)) continue;
    found.set(kind, { target: name, input: note.input, fault });
    process.stdout.write(`${kind}\n  ${JSON.stringify(note.input)?.slice(0, 2000)}\n`);
  }
}
const faults = [...found.values()];
mkdirSync('dist/fuzz', { recursive: true });
writeFileSync('dist/fuzz/found.json', `${JSON.stringify(faults, null, 2)}\n`);
for (const [name, { accepted, tried }] of totals)
  process.stdout.write(`${name.padEnd(14)} ${tried} inputs, ${accepted} of them taken\n`);
const all = [...totals.values()].reduce((sum, { tried }) => sum + tried, 0);
process.stdout.write(
  `${all} inputs, ${faults.length} kinds of fault${faults.length === 0 ? '' : ' (dist/fuzz/found.json)'}\n`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
