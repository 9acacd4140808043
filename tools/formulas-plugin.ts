import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { parseFormula } from '../src/language/parse-formula.ts';
import { readFormulas } from '../src/language/stored-formulas.ts';
import { loadModel } from '../src/schema/load-model.ts';

const query = '.json?formulas';
const prefix = '\0formulas:';

/**
 * `import formulas from './model.json?formulas'`: the formulas of a model file, read when the page
 * is built, so that it need not carry the reader of formulas.
 */
export function formulasPlugin(): Plugin {
  return {
    name: 'tandem-formulas',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!source.endsWith(query) || importer === undefined) return null;
      // Without its ending: what ends in .json would be read as JSON.
      return `${prefix}${resolve(dirname(importer), source.slice(0, -query.length))}`;
    },
    load(id) {
      if (!id.startsWith(prefix)) return null;
      const file = `${id.slice(prefix.length)}.json`;
      this.addWatchFile(file);
      const { value: model, issues } = loadModel(readFileSync(file), file);
      if (model === null) throw new Error(issues.map(({ message }) => message).join('\n'));
      const json = JSON.stringify(JSON.stringify(readFormulas(model, parseFormula)));
      return { code: `export default JSON.parse(${json});`, map: null };
    },
  };
}
