import { readdirSync, readFileSync } from 'node:fs';
import { runnerImport } from 'vite';
import type { Plugin } from 'vite';
import { contentSecurityPolicy } from './policies.js';

/**
 * Puts the scenario files beside the built page, under their own names; the published answer and
 * the policy into it.
 */
export function sitePlugin(): Plugin {
  return {
    name: 'tandem-site',
    apply: 'build',
    generateBundle() {
      for (const name of readdirSync('scenarios').filter((each) => each.endsWith('.json'))) {
        const fileName = `scenarios/${name}`;
        this.emitFile({ type: 'asset', fileName, source: readFileSync(fileName) });
      }
    },
    async transformIndexHtml(html) {
      // Only when it is wanted: it needs the whole engine, which every start of Vite would wait for.
      const { module } = await runnerImport<typeof import('./static-answer.ts')>(
        './tools/static-answer.ts',
      );
      const answer = await module.staticAnswer();
      return {
        html: html.replace('<!-- answer -->', () => answer),
        tags: [
          {
            tag: 'meta',
            attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
            injectTo: 'head-prepend',
          },
        ],
      };
    },
  };
}
