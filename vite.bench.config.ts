import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    target: 'node20',
    ssr: 'bench/main.ts',
    outDir: 'dist/bench',
    rolldownOptions: { output: { entryFileNames: 'main.js' } },
  },
  ssr: { noExternal: true },
});
