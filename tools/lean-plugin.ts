import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { tightTemplates } from './tight-templates.ts';
import { withoutDescriptions } from './without-descriptions.ts';

/** Modules that stand for a package of which little is used. */
const replaced: Readonly<Record<string, string>> = {
  'd3-interpolate': 'number-interpolation.ts',
  'd3-format': 'unused-format.ts',
};

const waysToLean: readonly (readonly [RegExp, (code: string, program: object) => string])[] = [
  [/\/src\/schema\/[\w-]+\.ts$/, withoutDescriptions],
  [/\/src\/components\/[\w-]+\.ts$/, tightTemplates],
];

const untimed = { checks: { bundlerTimings: false } };

/** Leaves out of what a page loads what no page uses. */
export function leanPlugin(): Plugin {
  return {
    name: 'tandem-lean',
    apply: 'build',
    // After types are taken out: descriptions are looked for in plain JavaScript.
    enforce: 'post',
    // Rolldown's advice on slow plugins is not for who builds this.
    config: () => ({ build: { rolldownOptions: untimed }, worker: { rolldownOptions: untimed } }),
    resolveId: {
      order: 'pre',
      handler(source) {
        const file = Object.hasOwn(replaced, source) ? replaced[source] : undefined;
        return file === undefined ? null : fileURLToPath(new URL(file, import.meta.url));
      },
    },
    transform(code, id) {
      const how = waysToLean.find(([where]) => where.test(id))?.[1];
      return how === undefined ? null : { code: how(code, this.parse(code)), map: null };
    },
  };
}
