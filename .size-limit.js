import { loadedAtOnce } from './tools/loaded-at-once.js';

/** What a browser fetches before it can show an answer, file by file as gzip, shared parts included. */
export default [
  {
    name: 'element and its worker, before what is fetched later',
    path: [
      ...loadedAtOnce('dist/lib', 'tandem-calculator.js'),
      ...loadedAtOnce('dist/lib', 'worker.js'),
    ],
    gzip: true,
    limit: '122 kB',
  },
  {
    name: 'classic file, whole',
    path: 'dist/lib/tandem-calculator.embed.js',
    gzip: true,
    limit: '520 kB',
  },
  {
    name: 'page script and worker, before what is fetched later',
    path: [
      ...loadedAtOnce('dist/site/assets', 'index-'),
      ...loadedAtOnce('dist/site/assets', 'worker-'),
    ],
    gzip: true,
    limit: '126 kB',
  },
];
