/** Builds what `npx tandem` runs; says nothing unless something is wrong. */
import { chmodSync } from 'node:fs';
import { build } from 'vite';

// The configuration as it stands: to build that first, too, is told on where it takes a second.
await build({ configFile: 'vite.cli.config.ts', configLoader: 'runner', logLevel: 'warn' });
chmodSync('dist/cli/tandem.js', 0o755);
