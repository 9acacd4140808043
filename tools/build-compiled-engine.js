/**
 * Compiles src/engine/assembly and writes it into the source as text: `npm run build:engine`.
 * What it writes is committed, so that neither installing nor building needs the compiler; a test
 * compiles again and compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';

const entry = 'src/engine/assembly/index.ts';
export const target = 'src/engine/compiled-module.ts';

/** The text of `target` as the sources of today give it. */
export async function compiledModuleText() {
  let bytes = new Uint8Array();
  const messages = [];
  const { error } = await asc.main(
    [
      entry,
      '--outFile',
      'engine.wasm',
      '-O3',
      '--converge',
      '--enable',
      'simd',
      '--runtime',
      'stub',
      '--noAssert',
      '--disableWarning',
      '112',
    ],
    {
      stdout: { write: () => {} },
      stderr: { write: (text) => messages.push(text) },
      readFile: (name, folder) => {
        try {
          return readFileSync(`${folder}/${name}`, 'utf8');
        } catch {
          return null;
        }
      },
      writeFile: (_, contents) => {
        bytes = contents;
      },
      listFiles: () => [],
    },
  );
  if (error !== null) throw new Error(`the engine does not compile:\n${messages.join('')}`);
  return `/** Compiled from src/engine/assembly by \`npm run build:engine\`: the WebAssembly module, in base 64. */
export const compiledModule =
  '${Buffer.from(bytes).toString('base64')}';
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(target, await compiledModuleText());
