import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const published = 'scenarios/published.json';

/** Puts the page for iframes beside its script, with the published scenario in it, and the scenario files. */
export function framePlugin(): Plugin {
  return {
    name: 'tandem-frame',
    generateBundle() {
      const emit = (fileName: string, source: string): void =>
        void this.emitFile({ type: 'asset', fileName, source });
      // In a page, "<" could end the script that holds the scenario.
      const scenario = JSON.stringify(JSON.parse(read(published))).replaceAll('<', '\\u003c');
      emit(
        'frame.html',
        read('src/entries/frame.html').replace('<!-- scenario -->', () => scenario),
      );
      emit('frame.css', read('src/entries/frame.css'));
      for (const name of readdirSync('scenarios').filter((each) => each.endsWith('.json')))
        emit(`scenarios/${name}`, read(`scenarios/${name}`));
    },
  };
}

const read = (path: string): string => readFileSync(path, 'utf8');
