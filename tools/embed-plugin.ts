import { build } from 'vite';
import type { Plugin, Rolldown } from 'vite';
import { modelPlugin } from './model-plugin.ts';
import { leanPlugin } from './lean-plugin.ts';

/** Modules that reach the engine another way where page and worker are one file. */
const replaced: Readonly<Record<string, string>> = {
  '/start-worker.ts': '/start-worker-inline.ts',
  '/serve-run.ts': '/serve-run-inline.ts',
};

/**
 * Makes one classic script of the page's part and the engine. The engine stays a function of its
 * own: the page calls it where it has to compute by itself, and its text is the source of workers,
 * so that it is in the file only once.
 */
export function embedPlugin(notice: string): Plugin {
  return {
    name: 'tandem-embed',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const [from, to] = Object.entries(replaced).find(([ending]) => source.endsWith(ending)) ?? [];
      if (from === undefined || to === undefined) return null;
      return this.resolve(source.replace(from, to), importer, { ...options, skipSelf: true });
    },
    async generateBundle(_, bundle) {
      const engine = await engineText();
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        file.code =
          `${notice}\n(function(tandemEngine){"use strict";` +
          `if(typeof document==="undefined"){tandemEngine();return}\n${file.code}\n` +
          `})(function(){"use strict";${engine};return engine});\n`;
      }
    },
  };
}

async function engineText(): Promise<string> {
  const [built] = (await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [modelPlugin(), leanPlugin()],
    build: {
      target: 'es2022',
      write: false,
      lib: { entry: 'src/entries/embed-engine.ts', formats: ['iife'], name: 'engine' },
      rolldownOptions: { output: { minify: true, codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[];
  const [chunk] = built?.output ?? [];
  if (chunk === undefined) throw new Error('the engine was not built');
  return chunk.code.trim().replace(/;$/, '');
}
