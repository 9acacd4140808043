import { defineConfig } from 'vite';
import { formulasPlugin } from './tools/formulas-plugin.ts';
import { leanPlugin } from './tools/lean-plugin.ts';
import { contentSecurityPolicy, sitePlugin } from './tools/site-plugin.ts';

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
};

/** The executives' page: index.html, its script and its worker, all of one origin. */
export default defineConfig({
  base: './',
  plugins: [formulasPlugin(), leanPlugin(), sitePlugin()],
  build: { target: 'es2022', outDir: 'dist/site', assetsInlineLimit: 0 },
  worker: { format: 'es', plugins: () => [formulasPlugin(), leanPlugin()] },
  preview: { headers },
});
