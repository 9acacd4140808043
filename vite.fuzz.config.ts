import { defineConfig } from 'vite';

/** Feeds readers of files with what is made up: `npm run fuzz`. */
export default defineConfig({
  build: {
    target: 'node20',
    ssr: true,
    outDir: 'dist/fuzz',
    rolldownOptions: {
      input: { main: 'test/fuzz/main.ts', child: 'test/fuzz/child.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
  ssr: { noExternal: true },
});
