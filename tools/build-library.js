/** Builds the library, its types and what tells of it: `npm run build:lib -- FOLDER` (dist unless named). */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

// Also when a test builds: else Lit's version for developers would be packed.
process.env.NODE_ENV = 'production';
const folder = process.argv[2] ?? 'dist';
const outDir = join(folder, 'lib');

for (const each of ['lib', 'types']) rmSync(join(folder, each), { recursive: true, force: true });
for (const mode of ['define', 'elements', 'engine', 'embed', 'frame', 'frame-parent'])
  await build({
    configFile: 'vite.lib.config.ts',
    configLoader: 'runner',
    mode,
    logLevel: 'warn',
    build: { outDir },
  });

const run = (command, ...given) =>
  execFileSync(process.execPath, [command, ...given], { stdio: 'inherit' });
run(
  'node_modules/typescript/bin/tsc',
  '-p',
  'tsconfig.lib.json',
  '--outDir',
  join(folder, 'types'),
);
run('node_modules/.bin/cem', 'analyze', '--quiet', '--outdir', outDir);

const hashes = readdirSync(outDir)
  .filter((name) => /\.(js|css)$/.test(name))
  .toSorted()
  .map((name) => {
    const hash = createHash('sha384').update(readFileSync(join(outDir, name)));
    return [name, `sha384-${hash.digest('base64')}`];
  });
writeFileSync(join(outDir, 'sri.json'), `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
