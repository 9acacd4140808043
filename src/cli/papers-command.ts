import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scenarioHash } from '../analysis/run-identity.ts';
import { isMemoFile, papersOf } from '../export/papers/papers.ts';
import type { CommandBody } from './command.ts';
import { deliver } from './deliver.ts';
import { exitCode, wrongCommand, wrongInput } from './exit-code.ts';
import { readFlowsOrStop } from './read-flows.ts';
import { prepareOrStop } from './run-scenario.ts';

/** `tandem papers`: what the law asks for on paper, as files of a folder; nothing is simulated. */
export const papersCommand: CommandBody = async (given, terminal) => {
  const [file = ''] = given.files;
  const { flows: flowsFile, out } = given.options;
  if (out === undefined) throw wrongCommand('say where the papers go: --out FOLDER');
  if (existsSync(out) && !statSync(out).isDirectory())
    throw wrongCommand(`${out} is a file; papers are several: --out FOLDER`);
  const { prepared } = prepareOrStop(file, {}, given, terminal, readFlowsOrStop(flowsFile));
  const law = prepared.law?.result;
  const { company, flows } = prepared.loaded.scenario;
  if (law === undefined || (company === undefined && flows === undefined))
    throw wrongInput(
      `${file}: there is nothing to write papers about; add a "company": { } and "flows": [ ], as scenarios/retailer.json has them`,
    );
  const papers = papersOf({
    law,
    company: company ?? null,
    flows: flows ?? null,
    scenario: {
      name: prepared.compiled.source.scenario.name,
      hash: scenarioHash(prepared.identity.scenario),
    },
  });
  const inputs = [...prepared.loaded.files, file, ...(flowsFile === undefined ? [] : [flowsFile])];
  const known = new Set(inputs.map(realPath));
  for (const paper of papers) {
    const path = join(out, paper.file);
    if (known.has(realPath(path)))
      throw wrongCommand(
        `${path} is read here and would be written over: say another --out FOLDER`,
      );
  }
  const old = existsSync(out)
    ? readdirSync(out).filter(
        (name) => isMemoFile(name) && !papers.some((paper) => paper.file === name),
      )
    : [];
  for (const { file: name, text } of papers) await deliver(text, join(out, name), terminal);
  if (given.options.quiet === undefined) {
    for (const name of old)
      terminal.remark(`${join(out, name)} is of an earlier case or law: no memo says so now\n`);
    terminal.remark(`${papers.map((paper) => join(out, paper.file)).join('\n')}\n`);
  }
  return exitCode.done;
};

/** Where a path leads, through links; the path itself where nothing is there. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path);
}
