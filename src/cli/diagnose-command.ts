import type { LawResult } from '../schema/law-result.ts';
import { didYouMean } from '../schema/near-miss.ts';
import { printable } from '../schema/describe.ts';
import type { CommandBody } from './command.ts';
import { diagnosisText } from './diagnosis-text.ts';
import { legalNotice } from '../present/law-in-words.ts';
import { exitCode, wrongCommand, wrongInput } from './exit-code.ts';
import { jsonText } from '../schema/json-text.ts';
import { formatOf } from './output-format.ts';
import { readFlowsOrStop } from './read-flows.ts';
import { prepareOrStop } from './run-scenario.ts';
import { deliver } from './deliver.ts';
import { whyNames, whyText } from './why-text.ts';

/** `tandem diagnose`: what the two laws ask of the company of a scenario, and why. */
export const diagnoseCommand: CommandBody = async (given, terminal) => {
  const [file = ''] = given.files;
  const format = formatOf(given, ['table', 'json']);
  const { prepared } = prepareOrStop(
    file,
    {},
    given,
    terminal,
    await readFlowsOrStop(given, terminal),
  );
  const law = prepared.law?.result;
  const { scenario } = prepared.compiled.source;
  const { company, flows } = prepared.loaded.scenario;
  if (law === undefined || (company === undefined && flows === undefined))
    throw wrongInput(
      `${printable(file)}: there is nothing to diagnose; add a "company" with what is known of it, and its "flows", as scenarios/retailer.json has them`,
    );
  const styled = terminal.styled && given.options.out === undefined;
  const { why } = given.options;
  const text =
    why !== undefined
      ? explanation(law, why, styled)
      : format === 'json'
        ? jsonText({ scenario: { name: scenario.name, file }, notice: legalNotice(law), law })
        : diagnosisText(law, scenario, styled);
  await deliver(text, given.options.out, terminal);
  return exitCode.done;
};

function explanation(law: LawResult, name: string, styled: boolean): string {
  const text = whyText(law, name, styled);
  if (text !== null) return text;
  throw wrongCommand(
    `the law knows no "${printable(name.slice(0, 40))}"${didYouMean(name, whyNames(law)) || '; ask for a rule such as R6, an input such as programmeCost, or a fact such as exportedOrdinary'}`,
  );
}
