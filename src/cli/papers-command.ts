import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { scenarioHash } from '../analysis/run-identity.ts';
import { isMemoFile, papersOf } from '../export/papers/papers.ts';
import type { Paper } from '../export/papers/papers.ts';
import { regionsOfPlaces } from '../present/regions-of-places.ts';
import { regimeFiles } from '../runner/regime-files.ts';
import { printable, printableLines } from '../schema/describe.ts';
import type { CommandBody } from './command.ts';
import { deliver } from './deliver.ts';
import { exitCode, wrongCommand, wrongInput } from './exit-code.ts';
import { refuseToReplaceInput } from './files-read.ts';
import { outputTarget } from './output-target.ts';
import { readFlowsOrStop } from './read-flows.ts';
import { prepareOrStop } from './run-scenario.ts';

/** `tandem papers`: what the law asks for on paper, as files of a folder; nothing is simulated. */
export const papersCommand: CommandBody = async (given, terminal) => {
  const [file = ''] = given.files;
  const { out } = given.options;
  if (out === undefined) throw wrongCommand('say where the papers go: --out FOLDER');
  if (existsSync(out) && !statSync(out).isDirectory())
    throw wrongCommand(`${printable(out)} is a file; papers are several: --out FOLDER`);
  const { prepared } = prepareOrStop(
    file,
    {},
    given,
    terminal,
    await readFlowsOrStop(given, terminal),
  );
  const law = prepared.law?.result;
  const { company, flows } = prepared.loaded.scenario;
  if (law === undefined || (company === undefined && flows === undefined))
    throw wrongInput(
      `${printable(file)}: there is nothing to write papers about; add a "company": { } and "flows": [ ], as scenarios/retailer.json has them`,
    );
  const asked = regimeFiles.filter(({ id }) => law.regimes.some((regime) => regime.id === id));
  const parts = {
    law,
    company: company ?? null,
    flows: flows ?? null,
    scenario: {
      name: prepared.compiled.source.scenario.name,
      hash: scenarioHash(prepared.identity.scenario),
    },
  };
  const papers = papersOf(parts, regionsOfPlaces(asked));
  // All of them are looked at before one is written.
  for (const paper of papers) {
    refuseToReplaceInput(join(out, paper.file));
    outputTarget(join(out, paper.file));
  }
  const old = existsSync(out)
    ? readdirSync(out).filter(
        (name) => isMemoFile(name) && !papers.some((paper) => paper.file === name),
      )
    : [];
  for (const paper of papers) await deliver(bytesOf(paper), join(out, paper.file), terminal);
  if (given.options.quiet === undefined) {
    for (const name of old)
      terminal.remark(`${join(out, name)} is of an earlier case or law: no memo says so now\n`);
    terminal.remark(`${papers.map((paper) => join(out, paper.file)).join('\n')}\n`);
  }
  return exitCode.done;
};

/** Pages and calendars stay as they are; a table, which people look at anywhere, is safe to show. */
function bytesOf({ text, type }: Paper): Uint8Array {
  return new TextEncoder().encode(type === 'text/csv' ? printableLines(text) : text);
}
