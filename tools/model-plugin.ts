import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { parseFormula } from '../src/language/parse-formula.ts';
import { readFormulas } from '../src/language/stored-formulas.ts';
import { lawFormulas } from '../src/regimes/law-book.ts';
import { loadModel } from '../src/schema/load-model.ts';
import type { Model } from '../src/schema/model.ts';
import { readLawFiles } from './read-law-files.ts';

/** What can be asked of a model file when a page is built, so that the page need not carry its reader. */
const answers: Readonly<Record<string, (model: Model) => unknown>> = {
  /** What it says, found without fault. */
  checked: (model) => model,
  /** Its formulas by their text. */
  formulas: (model) => readFormulas(model, parseFormula),
};
const asked = new RegExp(`^(.*)\\.json\\?(${Object.keys(answers).join('|')})$`);
const prefix = '\0model:';
const lawQuery = '.json?laws';
const lawPrefix = '\0law:';

/**
 * `import formulas from './model.json?formulas'`, and `?checked`; of the laws, all formulas of the
 * regimes in the folders beside a file: `'./regimes/gap-table.json?laws'`.
 */
export function modelPlugin(): Plugin {
  return {
    name: 'tandem-model',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source.endsWith(lawQuery) && importer !== undefined)
        return `${lawPrefix}${dirname(resolve(dirname(importer), source))}`;
      const [, path, query] = asked.exec(source) ?? [];
      if (path === undefined || importer === undefined) return null;
      // Without its ending: what ends in .json would be read as JSON.
      return `${prefix}${query}:${resolve(dirname(importer), path)}`;
    },
    load(id) {
      const read = (path: string): unknown => {
        this.addWatchFile(path);
        return JSON.parse(readFileSync(path, 'utf8'));
      };
      if (id.startsWith(lawPrefix))
        return moduleOf(formulasOfLaws(id.slice(lawPrefix.length), read));
      if (!id.startsWith(prefix)) return null;
      const [query = '', ...path] = id.slice(prefix.length).split(':');
      const file = `${path.join(':')}.json`;
      this.addWatchFile(file);
      const { value: model, issues } = loadModel(readFileSync(file), file);
      if (model === null) throw new Error(issues.map(({ message }) => message).join('\n'));
      return moduleOf(answers[query]?.(model));
    },
  };
}

function formulasOfLaws(folder: string, read: (path: string) => unknown): object {
  const { gapTable, regimes } = readLawFiles(folder, read);
  const texts = lawFormulas(regimes, gapTable);
  return Object.fromEntries(texts.map((text) => [text, parseFormula(text)]));
}

function moduleOf(value: unknown) {
  const json = JSON.stringify(JSON.stringify(value));
  return { code: `export default JSON.parse(${json});`, map: null };
}
