/** Builds what `npx tandem` runs; says nothing unless something is wrong. */
import { chmodSync } from 'node:fs';
import { build } from 'vite';

await build({ configFile: 'vite.cli.config.ts', logLevel: 'warn' });
chmodSync('dist/cli/tandem.js', 0o755);
