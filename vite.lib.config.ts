import { defineConfig } from 'vite';
import type { UserConfig } from 'vite';
import { tandemVersion } from './src/analysis/version.ts';
import { embedPlugin } from './tools/embed-plugin.ts';
import { framePlugin } from './tools/frame-plugin.ts';
import { modelPlugin } from './tools/model-plugin.ts';
import { allAtOnce } from './tools/all-at-once.ts';
import { leanPlugin } from './tools/lean-plugin.ts';
import { partsPlugin, reachApart } from './tools/parts-plugin.ts';

type BuildOptions = NonNullable<UserConfig['build']>;

const notice = `/*! Tandem ${tandemVersion}, MIT licence; others: third-party-licenses.md */`;

/** For modules that a server loads too, to render a page: elements extend what is not there then. */
const withoutDocument =
  'const HTMLElement=globalThis.HTMLElement??class{},document=globalThis.document??{createTreeWalker:()=>({})};';

/** A module with what it loads later beside it, each file under a name that tells where it belongs. */
function moduleFile(
  name: string,
  entry: string,
  { isOneFile = false, head = '' }: { readonly isOneFile?: boolean; readonly head?: string } = {},
): BuildOptions {
  return {
    lib: { entry: { [name]: entry }, formats: ['es'] },
    rolldownOptions: {
      // Where a module has to be one file, it exports to its parts what they share with it.
      preserveEntrySignatures: isOneFile ? 'allow-extension' : 'strict',
      output: {
        minify: true,
        // A bundler of an application reads some of them: what it is to leave as it stands.
        comments: { legal: true, annotation: true, jsdoc: false },
        codeSplitting: isOneFile ? allAtOnce(name) : reachApart,
        entryFileNames: '[name].js',
        chunkFileNames: `${name}.[name].js`,
        postBanner: () => `${notice}\n${head}`,
      },
    },
  };
}

/** A script for `<script src>` that is whole in itself. */
function classicFile(name: string, entry: string, head = notice): BuildOptions {
  return {
    lib: { entry, formats: ['iife'], name: 'tandem', fileName: () => `${name}.js` },
    rolldownOptions: { output: { minify: true, codeSplitting: false, postBanner: head } },
  };
}

/** The files of the library, each built by itself: `vite build --config vite.lib.config.ts --mode PART`. */
const parts: Readonly<Record<string, UserConfig>> = {
  define: {
    build: {
      ...moduleFile('tandem-calculator', 'src/entries/define.ts', {
        isOneFile: true,
        head: withoutDocument,
      }),
      license: { fileName: 'third-party-licenses.md' },
    },
  },
  elements: {
    build: moduleFile('elements', 'src/entries/elements.ts', { head: withoutDocument }),
  },
  engine: { build: moduleFile('engine', 'src/entries/engine.ts') },
  embed: {
    plugins: [embedPlugin(notice)],
    build: classicFile('tandem-calculator.embed', 'src/entries/embed.ts', ''),
  },
  frame: { plugins: [framePlugin()], build: classicFile('frame', 'src/entries/frame.ts') },
  'frame-parent': {
    plugins: [],
    build: classicFile('tandem-frame-parent', 'src/entries/frame-parent.ts'),
  },
};

export default defineConfig(({ mode }) => {
  const part = parts[mode];
  if (part === undefined)
    throw new RangeError(`unknown part: ${mode} (one of ${Object.keys(parts).join(', ')})`);
  return {
    base: './',
    plugins: [modelPlugin(), leanPlugin(), ...(part.plugins ?? [partsPlugin()])],
    build: {
      target: 'es2022',
      outDir: 'dist/lib',
      emptyOutDir: false,
      assetsInlineLimit: 0,
      ...part.build,
    },
    worker: {
      format: 'es',
      plugins: () => [modelPlugin(), leanPlugin(), partsPlugin()],
      rolldownOptions: {
        output: { entryFileNames: '[name].js', chunkFileNames: 'worker.[name].js' },
      },
    },
  };
});
