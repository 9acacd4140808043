import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, smallModel, tandem } from './tandem.ts';

const program = resolve('dist/cli/tandem.js');
const small = {
  'model.json': smallModel('fee'),
  'base.json': { model: './model.json', name: 'Base' },
  'client.json': { extends: './base.json', name: 'Client' },
};
const few = ['--trials', '64', '--quiet'];
/** What stood under the name before. */
const before = 'what was there\n';

describe('--out never replaces what the command reads', () => {
  const published = readFileSync('scenarios/published.json', 'utf8');
  const library = {
    name: 'x',
    sips: [
      { name: 'fee.one', function: 'Metalog_1_0', arguments: { aCoefficients: [90, 3] } },
      { name: 'fee.two', function: 'Metalog_1_0', arguments: { aCoefficients: [80, 3] } },
    ],
  };
  const files = {
    ...small,
    'evidence.json': readFileSync('models/evidence.json', 'utf8'),
    'published.json': published,
    'own.json': { extends: './published.json', name: 'Own' },
    'library.json': library,
    'targets.json': { targets: [{ kind: 'mean', posture: 'one', value: 200 }] },
    'flows.csv': readFileSync('scenarios/flows-template.csv', 'utf8'),
  };

  test.each([
    ['its scenario', ['run', 'client.json'], 'client.json'],
    ['what the scenario extends', ['run', 'client.json'], 'base.json'],
    ['the model', ['claims', 'client.json'], 'model.json'],
    ['the evidence', ['trial', 'client.json', '1'], 'evidence.json'],
    ['a library', ['run', 'client.json', '--inputs', 'library.json'], 'library.json'],
    ['targets', ['calibrate', 'client.json', '--targets', 'targets.json'], 'targets.json'],
    ['an inventory of flows', ['diagnose', 'own.json', '--flows', 'flows.csv'], './flows.csv'],
    ['the second of two', ['diff', 'base.json', 'client.json'], 'client.json'],
    ['one of several', ['compare', 'base.json', 'client.json'], 'client.json'],
    ['a scenario in a folder', ['compare', '.'], 'base.json'],
    ['the model of a folder of scenarios', ['compare', '.'], 'model.json'],
    ['the plan', ['explain', 'client.json'], 'client.json'],
    ['what drives it', ['drivers', 'client.json'], 'client.json'],
    ['a library of itself', ['sipmath', 'client.json'], 'client.json'],
    ['a report', ['report', 'client.json'], 'client.json'],
  ])('be it %s', (_, words, out) => {
    const folder = folderWith(files);
    const was = readFileSync(join(folder, out), 'utf8');
    const asJson = ['run', 'compare', 'claims', 'trial', 'diff', 'explain', 'drivers'];
    const format = asJson.includes(words[0]!) && out.endsWith('.json') ? ['--format', 'json'] : [];
    const at = { cwd: folder };
    if (words[0] === 'diagnose') linkSync(join(folder, 'flows.csv'), join(folder, 'flows'));
    const name = words[0] === 'diagnose' ? 'flows' : out;
    const { code, err, out: said } = tandem([...words, ...format, '--out', name], at);
    expect(err).toMatch(
      /--out \S+ is a file that this command reads.*nothing was written\. Give another name/,
    );
    expect({ code, said }).toEqual({ code: 2, said: '' });
    expect(readFileSync(join(folder, out), 'utf8')).toBe(was);
  });

  test.each([
    ['a link', (folder: string) => symlinkSync('client.json', join(folder, 'other.json'))],
    [
      'a hard link',
      (folder: string) => linkSync(join(folder, 'client.json'), join(folder, 'other.json')),
    ],
    [
      'a link to a link in another folder',
      (folder: string) => {
        mkdirSync(join(folder, 'deep'));
        symlinkSync('../client.json', join(folder, 'deep', 'link.json'));
        symlinkSync('deep/link.json', join(folder, 'other.json'));
      },
    ],
  ])('also by %s, whichever of the two is named', (_, make) => {
    const folder = folderWith(small);
    make(folder);
    for (const [input, out] of [
      ['client.json', 'other.json'],
      ['other.json', 'client.json'],
    ]) {
      const { code, err } = tandem(['run', input!, ...few, '--out', out!], { cwd: folder });
      expect(err).toContain(`--out ${out} is a file that this command reads, as ${input}`);
      expect(code).toBe(2);
    }
    expect(JSON.parse(readFileSync(join(folder, 'client.json'), 'utf8'))).toEqual(
      small['client.json'],
    );
  });

  test('what a command wrote before is no input of it, and is replaced', () => {
    const folder = folderWith(small);
    const words = ['compare', '.', ...few, '--out', 'portfolio.json'];
    for (let time = 0; time < 2; time += 1)
      expect(tandem(words, { cwd: folder })).toEqual({ code: 0, out: '', err: '' });
  });
});

describe('a file is written whole or not at all', () => {
  test('what takes the place of a file has its permissions, and a link stays', () => {
    const folder = folderWith({ ...small, 'real.txt': before });
    chmodSync(join(folder, 'real.txt'), 0o640);
    symlinkSync('real.txt', join(folder, 'link.txt'));
    expect(tandem(['run', 'client.json', ...few, '--out', 'link.txt'], { cwd: folder }).code).toBe(
      0,
    );
    expect(lstatSync(join(folder, 'link.txt')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real.txt'), 'utf8')).toContain('Client');
    expect(statSync(join(folder, 'real.txt')).mode & 0o777).toBe(0o640);
    expect(leftOver(folder)).toEqual([]);
  });

  test('a link that leads to nothing yet makes what it leads to', () => {
    const folder = folderWith(small);
    symlinkSync('later/real.csv', join(folder, 'link.csv'));
    expect(tandem(['run', 'client.json', ...few, '--out', 'link.csv'], { cwd: folder }).code).toBe(
      0,
    );
    expect(lstatSync(join(folder, 'link.csv')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'later', 'real.csv'), 'utf8')).toMatch(/^\ufeffsection,/);
  });

  test('where there is no room for all of it, the old file stays and nothing is left beside', () => {
    const folder = folderWith({ ...small, 'result.json': before });
    // Blocks of 512 bytes: less than a result has.
    const limited = spawnSync(
      'sh',
      [
        '-c',
        'ulimit -f 4; exec "$0" "$@"',
        process.execPath,
        program,
        'run',
        'client.json',
        ...few,
      ].concat(['--out', 'result.json']),
      { cwd: folder, encoding: 'utf8' },
    );
    expect(limited.stderr).toContain(
      'cannot write result.json: the file would be larger than is allowed',
    );
    expect(limited.status).toBe(3);
    expect(readFileSync(join(folder, 'result.json'), 'utf8')).toBe(before);
    expect(leftOver(folder)).toEqual([]);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
    'ended by %s while it writes, the old file stays',
    async (signal) => {
      const folder = folderWith({ 'out.sip.json': before });
      const words = ['report', resolve('scenarios/published.json'), '--out', 'out.sip.json'];
      const run = spawn(process.execPath, [program, ...words, '--trials', '30000'], {
        cwd: folder,
        stdio: 'ignore',
      });
      const ended = new Promise<number | null>((end) => run.on('exit', end));
      while (leftOver(folder).length === 0 && run.exitCode === null)
        await new Promise((next) => setTimeout(next, 1));
      run.kill(signal);
      const code = await ended;
      expect(code).toBe({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129, SIGKILL: null }[signal]);
      expect(readFileSync(join(folder, 'out.sip.json'), 'utf8')).toBe(before);
      // Nothing can tidy up after it was killed; its leftover has a name that says whose it is.
      if (signal !== 'SIGKILL') expect(leftOver(folder)).toEqual([]);
    },
  );

  test.each([0, 80, 160, 240, 320, 400, 480, 560, 640, 720])(
    'killed after %i ms, the old file is there or the new one, whole',
    async (moment) => {
      const folder = folderWith({ ...small, 'out.json': before });
      const run = spawn(
        process.execPath,
        [program, 'run', 'client.json', '--quiet', '--out', 'out.json'],
        { cwd: folder, stdio: 'ignore' },
      );
      const ended = new Promise((end) => run.on('exit', end));
      await new Promise((next) => setTimeout(next, moment));
      run.kill('SIGKILL');
      await ended;
      const text = readFileSync(join(folder, 'out.json'), 'utf8');
      if (text !== before) expect(JSON.parse(text)).toHaveProperty('manifest.resultHash');
    },
  );
});

describe('what is no file is written to, and never replaced', () => {
  test('/dev/null stays a device', () => {
    const folder = folderWith(small);
    const { code } = tandem(['run', 'client.json', ...few, '--out', '/dev/null'], { cwd: folder });
    expect(code).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('/dev/stdout is where the answer goes without --out, also at the end of a file', () => {
    const folder = folderWith({ ...small, 'log.txt': before });
    const words = ['run', 'client.json', ...few, '--format', 'csv'];
    const plain = tandem(words, { cwd: folder }).out;
    expect(tandem([...words, '--out', '/dev/stdout'], { cwd: folder }).out).toBe(plain);
    const script = '"$0" "$@" --out /dev/stdout >> log.txt';
    spawnSync('sh', ['-c', script, process.execPath, program, ...words], { cwd: folder });
    expect(readFileSync(join(folder, 'log.txt'), 'utf8')).toBe(before + plain);
  });

  test('a pipe takes it where somebody reads, and is not waited for', () => {
    const folder = folderWith(small);
    spawnSync('mkfifo', [join(folder, 'pipe')]);
    const words = ['run', 'client.json', ...few, '--out', 'pipe'];
    const { code, err } = tandem(words, { cwd: folder });
    expect(err).toContain('cannot write pipe: nobody reads from it; start its reader first');
    expect(code).toBe(2);
    const script = 'cat pipe & "$0" "$@"; wait';
    const read = spawnSync('sh', ['-c', script, process.execPath, program, ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(read.stdout).toContain('Client');
  });

  test.each([
    ['a folder', 'folder', 'it is a folder; name a file in it'],
    ['a folder that is to be', 'new/', 'it is a folder; name a file in it'],
    ['a file as a folder', 'base.json/x', 'what it names as a folder is a file'],
    ['a link round in a circle', 'round', 'its links lead round in a circle'],
    ['where the system makes up its files', '/proc/x/y', 'no such folder, and none can be made'],
  ])('%s is refused before anything is run', (_, out, message) => {
    const folder = folderWith(small);
    mkdirSync(join(folder, 'folder'));
    symlinkSync('round', join(folder, 'round'));
    const { code, err } = tandem(['run', 'client.json', ...few, '--out', out], { cwd: folder });
    expect(err).toContain(`cannot write ${out}: `);
    expect(err).toContain(message);
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });
});

describe('stdout that does not take the answer', () => {
  test('is told in a sentence where the disk is full', () => {
    const folder = folderWith(small);
    const script = '"$0" "$@" > /dev/full';
    const words = [program, 'run', 'client.json', ...few];
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stderr).toBe(
      'tandem: cannot write the answer to stdout: there is no space left on the disk\n',
    );
    expect(status).toBe(3);
  });

  test('is told also where the disk takes a part of it', () => {
    const folder = folderWith(small);
    const script = 'ulimit -f 1; "$0" "$@" > out.json';
    const words = [program, 'run', 'client.json', ...few, '--format', 'json'];
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/^tandem: cannot write the answer to stdout: .*\n$/);
    expect(status).toBe(3);
  });

  test('is no failure where its reader has seen enough', () => {
    const script = '{ "$0" "$@"; echo $? >&2; } | true';
    const words = [program, 'run', 'scenarios/published.json', ...few, '--format', 'json'];
    const { stderr } = spawnSync('sh', ['-c', script, process.execPath, ...words], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('0\n');
  });
});

function leftOver(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith('.tandem-'));
}
