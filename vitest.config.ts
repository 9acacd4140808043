import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserPath } from './tools/browser-path.js';
import { modelPlugin } from './tools/model-plugin.ts';
import { patience } from './tools/patience.js';

const launchArguments = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  plugins: [modelPlugin()],
  worker: { format: 'es', plugins: () => [modelPlugin()] },
  // All that the browser's tests import: what is found late makes the page load anew amid a test.
  optimizeDeps: {
    include: [
      'd3-array',
      'd3-scale',
      'd3-shape',
      'hucre/xlsx',
      'jsonc-parser',
      'lit',
      'lit/decorators.js',
      'lit/directives/live.js',
      'lit/directives/repeat.js',
      'valibot',
    ],
  },
  test: {
    reporters: ['default', './tools/tally-reporter.js'],
    // Two at least: on two cores one alone would leave the other idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    coverage: { provider: 'v8', include: ['src/**'] },
    expect: { poll: { timeout: patience.step } },
    testTimeout: patience.test,
    hookTimeout: patience.build,
    teardownTimeout: patience.step,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          globalSetup: ['test/helpers/test-builds.ts'],
          environment: 'node',
          // No test changes what another one reads, and to read all modules anew for each file takes
          // as long as a fifth of the tests themselves.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.browser.test.ts', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            connectTimeout: patience.build,
            provider: playwright({
              launchOptions: {
                timeout: patience.step,
                executablePath: await browserPath(),
                chromiumSandbox: false,
                args: launchArguments,
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
