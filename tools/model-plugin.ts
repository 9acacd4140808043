import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { parseFormula } from '../src/language/parse-formula.ts';
import { readFormulas } from '../src/language/stored-formulas.ts';
import { lawFormulas } from '../src/regimes/law-book.ts';
import { loadModel } from '../src/schema/load-model.ts';
import type { LawFiles } from '../src/runner/law-with.ts';
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
/** What can be asked of the laws, whose regimes are folders beside the file that is named. */
const answersOfLaws: Readonly<Record<string, (law: LawFiles) => unknown>> = {
  /** All their formulas by their text. */
  laws: ({ gapTable, regimes }) =>
    Object.fromEntries(
      lawFormulas(regimes, gapTable).map((text) => [text, parseFormula(text)] as const),
    ),
  /** The regions of the laws that are asked by default. */
  regions: ({ regimes }) =>
    regimes.filter(({ byDefault }) => byDefault).map(({ regions }) => ({ regions })),
};
const askedOfLaws = new RegExp(`^(.*)\\.json\\?(${Object.keys(answersOfLaws).join('|')})$`);
const lawPrefix = '\0law:';

/**
 * `import formulas from './model.json?formulas'`, and `?checked`; of the laws
 * `'./regimes/gap-table.json?laws'`, and `?regions`.
 */
export function modelPlugin(): Plugin {
  return {
    name: 'tandem-model',
    enforce: 'pre',
    resolveId(source, importer) {
      const [, lawPath, lawQuery] = askedOfLaws.exec(source) ?? [];
      if (lawPath !== undefined && importer !== undefined)
        return `${lawPrefix}${lawQuery}:${dirname(resolve(dirname(importer), lawPath))}`;
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
      if (id.startsWith(lawPrefix)) {
        const [query = '', ...folder] = id.slice(lawPrefix.length).split(':');
        return moduleOf(answersOfLaws[query]?.(readLawFiles(folder.join(':'), read)));
      }
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

function moduleOf(value: unknown) {
  const json = JSON.stringify(JSON.stringify(value));
  return { code: `export default JSON.parse(${json});`, map: null };
}
