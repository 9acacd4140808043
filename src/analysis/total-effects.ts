import { layOutBlocks } from '../engine/blocks.ts';
import { decisionPlan } from '../language/decision-plan.ts';
import type { Plan } from '../language/plan.ts';
import type { ProgramSource } from '../language/program-source.ts';
import { totalShare } from '../numeric/total-share.ts';
import type { Estimate } from './choice-sample.ts';
import { decisionFigures } from './decision-figures.ts';
import type { FigureColumn } from './decision-figures.ts';
import { costColumns, runInSlices } from './decision-run.ts';
import type { Pause } from './decision-run.ts';
import { drawnAgain } from './drawn-again.ts';
import { errorOfReplicates } from './replicates.ts';

const trials = 16_384;

/** Total effects of drivers: each is drawn again while all else keeps its luck, and the futures are compared. */
export interface TotalEffects {
  /** Shares by figure, of what the streams of some driver do; null where it has none. */
  of(isOwn: (stream: string) => boolean): Promise<Readonly<Record<string, Estimate>> | null>;
}

export async function totalEffects(source: ProgramSource, pause: Pause): Promise<TotalEffects> {
  const { plan } = decisionPlan(source, 'costs');
  const { run } = source.scenario;
  const figuresOf = async (of: Plan): Promise<readonly FigureColumn[]> => {
    const data = await runInSlices(of, run, trials, pause);
    return decisionFigures(source.postures, costColumns(source, data), source.model.comparison);
  };
  const base = await figuresOf(plan);
  const { offsets } = layOutBlocks(trials);
  return {
    async of(isOwn) {
      if (!plan.streams.some(({ name }) => isOwn(name))) return null;
      const streams = plan.streams.map((stream) =>
        isOwn(stream.name) ? drawnAgain(stream) : stream,
      );
      const again = await figuresOf({ ...plan, streams });
      return Object.fromEntries(
        base.map((figure, index) => {
          const [a, b] = [valuesOf(figure), valuesOf(again[index] ?? figure)];
          const share = (from: number, to: number) => totalShare(a, b, figure.variance, from, to);
          const parts = offsets.slice(1).map((to, part) => share(offsets[part] ?? 0, to));
          return [figure.id, { value: share(0, trials), error: errorOfReplicates(parts) }];
        }),
      );
    },
  };
}

function valuesOf({ centred, mean }: FigureColumn): Float64Array {
  return centred.map((each) => each + mean);
}

/** Which streams an input draws from. */
export function streamsOfInput(input: string): (stream: string) => boolean {
  return (stream) => stream === `input ${input}` || stream === `times ${input}`;
}

/** Which streams say how often an event happens, or what its occurrences draw of an input. */
export function streamsOfEvent(event: string, input: string | null): (stream: string) => boolean {
  const starts =
    input === null
      ? [`event ${event} count `, `event ${event} chance `]
      : [`event ${event} ${input} `];
  return (stream) => starts.some((start) => stream.startsWith(start));
}
