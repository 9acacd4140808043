import type { Command, Option, OptionName } from './command.ts';

type Options = Readonly<Partial<Record<OptionName, Option>>>;

const running: Options = {
  trials: {
    value: 'N',
    help: 'simulated futures, 1 to 2000000 (else what the scenario says, 100000); run, compare and claims take up to 1000000000',
  },
  seed: { value: 'S', help: 'start of the random numbers: the same seed gives the same result' },
  sampling: {
    value: 'sobol|random',
    help: 'evenly spread points (more precise), or independent draws',
  },
  coupling: {
    value: 'common|independent',
    help: 'the same luck under every posture, or separate luck',
  },
};
const inputs: Options = {
  inputs: {
    value: 'LIBRARY.json',
    help: 'take inputs from a SIPmath 3.0 library, by their names',
  },
};
const out: Options = {
  out: { value: 'PATH', help: 'write the answer to a file instead of stdout' },
};
const quiet: Options = { quiet: { help: 'no progress and no remarks on stderr' } };
const format: Options = {
  format: {
    value: 'table|json|csv',
    help: 'table unless given, or unless --out ends in .json or .csv',
  },
};

/** Everything that the command line can do, in the order in which help lists it. */
export const commands: readonly Command[] = [
  {
    name: 'run',
    usage: 'FILE [options]',
    summary: 'what each posture costs, and how sure that is',
    details:
      'Simulates a scenario and compares its postures: cost, percentiles, components, saving, ROI, payback.',
    options: {
      ...running,
      until: {
        value: 'settled|SHARE%',
        help: 'as many futures as settle the choice, or every mean cost to a share such as 0.5%; --trials is the most',
      },
      ...inputs,
      ...format,
      ...out,
      ...quiet,
    },
    takes: [1, 1],
    examples: [
      'tandem run scenarios/published.json',
      'tandem run scenarios/published.json --trials 200000 --format json --out result.json',
    ],
    load: async () => (await import('./run-command.ts')).runCommand,
  },
  {
    name: 'validate',
    usage: 'FILE...',
    summary: 'checks scenario, model, evidence and result files',
    details:
      'Prints every problem as FILE:LINE:COLUMN POINTER: message and exits with 1 if there is any.',
    options: { ...quiet },
    takes: [1, 10_000],
    examples: [
      'tandem validate scenarios/*.json',
      'tandem validate my-scenario.json models/compliance-tco.json',
    ],
    load: async () => (await import('./validate-command.ts')).validateCommand,
  },
  {
    name: 'compare',
    usage: 'FILE FILE... | FOLDER... [options]',
    summary: 'scenarios side by side, or a folder of them as a portfolio',
    details:
      'Of a folder each scenario is a row: best posture, what it saves against the nearest other and how surely, and what that turns on. A broken file is told of, the others are run, and the exit code is 1.',
    options: {
      ...running,
      portfolio: { help: 'files too as a portfolio, each a row' },
      ...format,
      ...out,
      ...quiet,
    },
    takes: [1, 10_000],
    examples: [
      'tandem compare scenarios/published.json my-scenario.json',
      'tandem compare clients --format csv --out portfolio.csv',
    ],
    load: async () => (await import('./compare-command.ts')).compareCommand,
  },
  {
    name: 'drivers',
    usage: 'FILE [options]',
    summary: 'what the decision turns on, and what knowing more would be worth',
    details:
      'Shares of the variance, ends of each input, value of information, break-even values, regret, what the answer rests on, and whether it is believable. With --over, who is best over one or two inputs instead.',
    options: {
      ...running,
      totals: { help: 'shares with all interactions too (one more short run for each driver)' },
      over: { value: 'INPUT[,INPUT]', help: 'a map: who is best as one or two inputs change' },
      output: { value: 'NAME', help: 'the output that a map goes by (tco unless given)' },
      ...inputs,
      ...format,
      ...out,
      ...quiet,
    },
    takes: [1, 1],
    examples: [
      'tandem drivers scenarios/published.json',
      'tandem drivers scenarios/published.json --over upgradeCost,remediationRate',
      'tandem drivers scenarios/published.json --over discountRate --output tcoPresentValue',
    ],
    load: async () => (await import('./drivers-command.ts')).driversCommand,
  },
  {
    name: 'diff',
    usage: 'FILE FILE [options]',
    summary: 'what changed between two scenarios, and what each change does to the answer',
    details:
      'With the same luck on both sides. Up to six changes are averaged over all their orders; more are made one after another, in the order of the model.',
    options: {
      ...(running.seed === undefined ? {} : { seed: running.seed }),
      ...format,
      ...out,
      ...quiet,
    },
    takes: [2, 2],
    examples: ['tandem diff scenarios/published.json scenarios/late-programme.json'],
    load: async () => (await import('./diff-command.ts')).diffCommand,
  },
  {
    name: 'calibrate',
    usage: 'FILE --target WHAT=VALUE[,...] | --targets TARGETS.json',
    summary: 'what would have to be true for a scenario to agree with what is known from elsewhere',
    details:
      'Weighs the simulated futures, as little as possible, until they meet the targets; tells how far each input moved for it and how many futures that rests on. WHAT is a posture (its mean cost in HK$), posture.p90 (a percentile of its cost) or posture.event (how often it happens over the horizon). With --by inputs, it is the values of inputs that move, as little as possible, and what each event costs (posture.event.cost=2M) and a history (posture.event=1 of 2M in 4 years) can be met too; "against 2 years" after it says for how many years the scenario stands beside it. Targets that cannot be met are refused.',
    options: {
      ...running,
      target: { value: 'WHAT=VALUE[,...]', help: 'what is known, such as POSTURE=6500000' },
      targets: { value: 'TARGETS.json', help: 'the same as a file: { "targets": [ ... ] }' },
      by: { value: 'futures|inputs', help: 'what changes: futures unless given' },
      vary: { value: 'NAME[,...]', help: 'inputs that may move; the weightiest unless given' },
      ...format,
      out: {
        value: 'FILE',
        help: 'write the answer here; with --by inputs, the scenario that meets the targets',
      },
      ...quiet,
    },
    takes: [1, 1],
    examples: [
      'tandem calibrate scenarios/published.json --target pipl-only=6500000',
      'tandem calibrate scenarios/published.json --target dual.p90=5000000,pdpo-only.remediation=4',
      'tandem calibrate scenarios/published.json --by inputs --target pipl-only=6.5M --out calibrated.json',
      'tandem calibrate scenarios/published.json --by inputs --target "pdpo-only.investigation=1 of 2M in 4 years"',
    ],
    load: async () => (await import('./calibrate-command.ts')).calibrateCommand,
  },
  {
    name: 'claims',
    usage: 'FILE [options]',
    summary: 'every published claim: what it says, what the scenario gives, and the verdict',
    options: { ...running, ...format, ...out, ...quiet },
    takes: [1, 1],
    examples: ['tandem claims scenarios/published.json'],
    load: async () => (await import('./claims-command.ts')).claimsCommand,
  },
  {
    name: 'trial',
    usage: 'FILE N [options]',
    summary: 'one simulated future as a ledger: years, lines, events, amounts',
    details:
      'N counts from 1. The ledger adds up to the very cost that this future has in the run.',
    options: { ...running, ...format, ...out, ...quiet },
    takes: [2, 2],
    examples: ['tandem trial scenarios/published.json 17'],
    load: async () => (await import('./trial-command.ts')).trialCommand,
  },
  {
    name: 'explain',
    usage: 'FILE [options]',
    summary: 'the program that a scenario is compiled to, step by step',
    details:
      'What is drawn, computed and kept, in order; and what is the same in every future. As JSON, the plan itself.',
    options: { format: { value: 'table|json', help: 'table unless given' }, ...out, ...quiet },
    takes: [1, 1],
    examples: ['tandem explain scenarios/published.json'],
    load: async () => (await import('./explain-command.ts')).explainCommand,
  },
  {
    name: 'verify',
    usage: 'RESULT.json',
    summary: 'runs a result again and compares its hash',
    details:
      'The scenario is looked for where the result says, from here and then from the folder of the result.',
    options: { ...quiet },
    takes: [1, 1],
    examples: [
      'tandem run scenarios/published.json --format json --out result.json',
      'tandem verify result.json',
    ],
    load: async () => (await import('./verify-command.ts')).verifyCommand,
  },
  {
    name: 'diagnose',
    usage: 'FILE [options]',
    summary: 'which law applies and why: duties, transfer mechanism of each flow, gaps, costs',
    details:
      'Reads the company and the flows of a scenario; nothing is simulated. Every rule, figure and fact can be asked why.',
    options: {
      flows: { value: 'FLOWS.csv', help: 'an inventory of flows in place of that of the scenario' },
      why: {
        value: 'NAME',
        help: 'what a rule, input or fact rests on, down to what the file says',
      },
      format: { value: 'table|json', help: 'table unless given' },
      ...out,
      ...quiet,
    },
    takes: [1, 1],
    examples: [
      'tandem diagnose scenarios/retailer.json',
      'tandem diagnose scenarios/retailer.json --why R6',
      'tandem diagnose scenarios/retailer.json --flows scenarios/flows-template.csv',
    ],
    load: async () => (await import('./diagnose-command.ts')).diagnoseCommand,
  },
  {
    name: 'papers',
    usage: 'FILE --out FOLDER [options]',
    summary: 'map, register, memos, filing checklist and calendar for whoever has to show them',
    details:
      'Writes what the law says of the company and its flows as papers: map.svg, register.csv, checklist.html, deadlines.ics, and for each flow that needs no transfer mechanism a memo that says why. What is not known is told as that, with the question. Each names the case, the law date and until when the law is known. Nothing is simulated.',
    options: {
      flows: { value: 'FLOWS.csv', help: 'an inventory of flows in place of that of the scenario' },
      out: { value: 'FOLDER', help: 'where they go; files of their names there are written over' },
      ...quiet,
    },
    takes: [1, 1],
    writesFolder: true,
    examples: ['tandem papers scenarios/bank.json --out bank-papers'],
    load: async () => (await import('./papers-command.ts')).papersCommand,
  },
  {
    name: 'sipmath',
    usage: 'FILE [options]',
    summary: 'a run as a SIPmath 3.0 library, for spreadsheets and other tools',
    details:
      'Uncertain inputs as metalogs over HDR 2.0 streams, outputs as the trials themselves. 10000 futures unless --trials says otherwise.',
    options: {
      ...running,
      output: {
        value: 'NAME',
        help: 'the trials of this output alone, or of saving (all unless given)',
      },
      ...inputs,
      ...out,
      ...quiet,
    },
    takes: [1, 1],
    examples: ['tandem sipmath scenarios/retailer.json --out retailer.sip.json'],
    load: async () => (await import('./sipmath-command.ts')).sipmathCommand,
  },
  {
    name: 'report',
    usage: 'FILE --out NAME [options]',
    summary: 'a run as a file to hand on',
    details:
      'The ending of the name says which: .html, a report that prints to a few pages; .xlsx, a workbook that computes; .csv, every figure in a row of its own; .sip.json, a SIPmath library as tandem sipmath writes it; .json, the result itself, which tandem verify runs again. Every file names the scenario, the seed, the law date, the version and the hash of the result.',
    options: { ...running, ...out, ...quiet },
    takes: [1, 1],
    examples: [
      'tandem report scenarios/retailer.json --out retailer.html',
      'tandem report scenarios/retailer.json --out retailer.xlsx',
      'tandem report scenarios/retailer.json --out retailer.sip.json',
    ],
    load: async () => (await import('./report-command.ts')).reportCommand,
  },
];
