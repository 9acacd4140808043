/** Builds the page and serves it: `npm start`, or `npm start -- --port N --host ADDRESS`. */
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';

const usage = 'Usage: npm start -- [--port N] [--host ADDRESS]';

function told(fault) {
  console.error(`${fault instanceof Error ? fault.message : fault}\n${usage}`);
  process.exit(2);
}

function asked() {
  try {
    const { port, host } = parseArgs({
      options: { port: { type: 'string' }, host: { type: 'string' } },
    }).values;
    if (port === undefined) return { host };
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
      return told(`--port is a whole number from 0 (any that is free) to 65535, not "${port}"`);
    // Who names a port is not served from another one.
    return { host, port: Number(port), strictPort: true };
  } catch (fault) {
    return told(fault);
  }
}

const options = asked();
// Else Vite builds its own configuration first, and complains where that takes a second.
const quietly = { configLoader: 'runner', logLevel: 'warn' };
await build(quietly);
try {
  const server = await preview({ ...quietly, preview: options });
  const { local = [], network = [] } = server.resolvedUrls ?? {};
  console.log(`Tandem is at ${[...local, ...network].join(' and ')} until Ctrl-C`);
} catch (fault) {
  told(fault);
}
