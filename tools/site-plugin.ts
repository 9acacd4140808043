import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { staticAnswer } from './static-answer.ts';

/** The policy under which the page must work, and with which the built page asks to be held to. */
export const contentSecurityPolicy = "default-src 'self'";

/**
 * The policy that the page is best served with: workers, whose policy is that of their own file,
 * may compile the engine. Under the stricter one all is the same but for the time it takes.
 */
export const servedPolicy = `${contentSecurityPolicy}; script-src 'self' 'wasm-unsafe-eval'`;

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
      const answer = await staticAnswer();
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
