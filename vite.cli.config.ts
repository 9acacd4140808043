import { defineConfig } from 'vite';

/** The command line: bundled, so that it starts fast; what is heavy loads when it is needed. */
export default defineConfig({
  build: {
    target: 'node20',
    ssr: 'src/cli/main.ts',
    outDir: 'dist/cli',
    rolldownOptions: { output: { entryFileNames: 'tandem.js', banner: '#!/usr/bin/env node' } },
  },
  ssr: { noExternal: true },
});
