import { defineConfig } from 'vite';

/** The command line: bundled, so that it starts fast; what is heavy loads when it is needed. */
export default defineConfig({
  build: {
    target: 'node20',
    ssr: true,
    outDir: 'dist/cli',
    license: { fileName: 'third-party-licenses.md' },
    rolldownOptions: {
      input: {
        tandem: 'src/cli/main.ts',
        'compute-thread': 'src/runner/compute-thread-node.ts',
        'command-thread': 'src/cli/command-thread.ts',
      },
      output: {
        entryFileNames: '[name].js',
        banner: ({ name }) => (name === 'tandem' ? '#!/usr/bin/env node' : ''),
      },
    },
  },
  ssr: { noExternal: true },
});
