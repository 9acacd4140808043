import { defineConfig } from 'vite';
import { allAtOnce } from './tools/all-at-once.ts';
import { modelPlugin } from './tools/model-plugin.ts';
import { leanPlugin } from './tools/lean-plugin.ts';
import { partsPlugin } from './tools/parts-plugin.ts';
import { servedPolicy } from './tools/policies.js';
import { sitePlugin } from './tools/site-plugin.ts';

const headers = {
  'Content-Security-Policy': servedPolicy,
  'X-Content-Type-Options': 'nosniff',
};

/** The executives' page: index.html, its script and its worker, all of one origin. */
export default defineConfig({
  base: './',
  plugins: [modelPlugin(), leanPlugin(), partsPlugin(), sitePlugin()],
  build: {
    target: 'es2022',
    outDir: 'dist/site',
    assetsInlineLimit: 0,
    // The folder is served, and handed on, by itself.
    license: { fileName: 'third-party-licenses.md' },
    rolldownOptions: { output: { codeSplitting: allAtOnce('index') } },
  },
  worker: { format: 'es', plugins: () => [modelPlugin(), leanPlugin(), partsPlugin()] },
  preview: { headers },
});
