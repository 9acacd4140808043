import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { gapTableFile, regimeFiles } from '../../src/runner/regime-files.ts';
import { lawFormulas } from '../../src/regimes/law-book.ts';
import stored from '../../models/regimes/pipl.json?laws';
import { prepareRequested } from '../../src/runner/prepare-requested.ts';

it('every formula of the laws is read when Tandem is built', () => {
  expect(Object.keys(stored).toSorted()).toEqual(
    [...lawFormulas(regimeFiles, gapTableFile)].toSorted(),
  );
});

it.each([
  ['retailer', true],
  ['bank', true],
  ['multinational', true],
  ['small-firm', false],
])('%s is asked of the bundled law, whose formulas nothing has to read', async (name, applies) => {
  const file = `scenarios/${name}.json`;
  const { issues, prepared } = await prepareRequested({
    scenarioFile: file,
    files: { [file]: readFileSync(file, 'utf8') },
    detail: 'full',
  });
  expect(issues).toEqual([]);
  expect(prepared?.law?.result.regimes[0]).toMatchObject({ id: 'pipl', applies });
});
