import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { withoutDescriptions } from './without-descriptions.ts';

const numberInterpolation = fileURLToPath(new URL('number-interpolation.ts', import.meta.url));

/** Leaves out of what a page loads what no page uses. */
export function leanPlugin(): Plugin {
  return {
    name: 'tandem-lean',
    apply: 'build',
    // After types are taken out: descriptions are looked for in plain JavaScript.
    enforce: 'post',
    resolveId: {
      order: 'pre',
      handler: (source) => (source === 'd3-interpolate' ? numberInterpolation : null),
    },
    transform(code, id) {
      if (!/\/src\/schema\/[\w-]+\.ts$/.test(id)) return null;
      return { code: withoutDescriptions(code, this.parse(code)), map: null };
    },
  };
}
