import { defineConfig } from 'vite';

const headers = {
  'Content-Security-Policy': "default-src 'self'",
  'X-Content-Type-Options': 'nosniff',
};

/** The executives' page: index.html, its script and its worker, all of one origin. */
export default defineConfig({
  base: './',
  build: { target: 'es2022', outDir: 'dist/site', assetsInlineLimit: 0 },
  worker: { format: 'es' },
  preview: { headers },
});
