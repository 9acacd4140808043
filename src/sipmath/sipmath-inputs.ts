import type { ProgramSource } from '../language/program-source.ts';
import { streamKey } from '../language/stream-key.ts';
import { choleskyFactor, spearmanToPearson } from '../numeric/cholesky.ts';
import { normalCdf, normalQuantile } from '../numeric/normal.ts';
import type { DistributionSpec } from '../numeric/distributions/distribution-spec.ts';
import type { CellValue, ResolvedInput } from '../schema/resolved.ts';
import { hdrUniform, largestHdrId } from './hdr-random.ts';
import { sipName } from './sipmath-format.ts';
import type {
  SipReference,
  WrittenCopula,
  WrittenMatrix,
  WrittenRandom,
  WrittenSip,
} from './sipmath-format.ts';
import { exportedShape } from './sipmath-shape.ts';
import { checkTrials, densityOn, sampleMetadata } from './sipmath-sample.ts';

/** The uncertain inputs of a scenario, and the random numbers that they are drawn from. */
export interface ExportedInputs {
  readonly sips: readonly WrittenSip[];
  readonly rng: readonly WrittenRandom[];
  readonly copula: readonly WrittenCopula[];
  readonly matrices: readonly WrittenMatrix[];
}

/** Trials that what is said of a variable rests on; a reader can draw as many in no time. */
const checkedTrials = 1000;

/** One uniform a trial that one or more variables are drawn from. */
interface InputStream {
  readonly name: string;
  readonly rng: Extract<WrittenRandom, { function: 'HDR_2_0' }>;
}

/** A distribution of an input, and where in it. */
interface InputPart {
  readonly input: string;
  readonly posture: string | null;
  readonly year: number | null;
  readonly times: boolean;
  readonly spec: DistributionSpec;
  readonly stream: InputStream;
}

/**
 * The uncertain inputs as metalogs (tables where they count things) over HDR 2.0 streams, joined
 * by a Gaussian copula. A stream goes by the name of its input, so that another input more or less
 * leaves the others' draws alone.
 */
export function exportInputs(source: ProgramSource): ExportedInputs {
  const known = exported.get(source) ?? exportAnew(source);
  exported.set(source, known);
  return known;
}

const exported = new WeakMap<ProgramSource, ExportedInputs>();

function exportAnew(source: ProgramSource): ExportedInputs {
  const { scenario } = source;
  const used = new Set<number>();
  const streams = new Map<string, InputStream>();
  const streamNamed = (name: string): InputStream => {
    const known = streams.get(name);
    if (known !== undefined) return known;
    let varId = ((streamKey(name)[0] >>> 0) % (largestHdrId - 1)) + 1;
    while (used.has(varId)) varId = (varId % (largestHdrId - 1)) + 1;
    used.add(varId);
    const entity = scenario.run.seed % largestHdrId;
    const stream: InputStream = {
      name,
      rng: {
        name: `hdr_${name}`,
        function: 'HDR_2_0',
        arguments: { counter: 'PM_Index', entity, varId, seed3: 0, seed4: 0 },
      },
    };
    streams.set(name, stream);
    return stream;
  };
  const parts = Object.entries(scenario.inputs).flatMap(([name, input]) =>
    partsOf(name, input, source, streamNamed),
  );
  const joined = copulaOf(source, streams);
  const sips = parts.map((part) => sipOf(part, source, joined));
  return {
    sips,
    rng: [...streams.values()].map(({ rng }) => rng),
    copula: joined === null ? [] : [joined.copula],
    matrices: joined === null ? [] : [joined.matrix],
  };
}

function partsOf(
  input: string,
  { cells, times }: ResolvedInput,
  { postures }: ProgramSource,
  streamNamed: (name: string) => InputStream,
): readonly InputPart[] {
  const parts: InputPart[] = [];
  const isUncertain = cells.flat().some(({ kind }) => kind === 'distribution');
  const same = (some: readonly CellValue[]) =>
    some.every((cell) => JSON.stringify(cell) === JSON.stringify(some[0]));
  const add = (cell: CellValue | undefined, posture: string | null, year: number | null) => {
    if (cell?.kind !== 'distribution') return;
    const stream = streamNamed(input);
    parts.push({ input, posture, year, times: false, spec: cell.spec, stream });
  };
  const byPosture = !cells.every((row) => JSON.stringify(row) === JSON.stringify(cells[0]));
  for (const [index, row] of cells.entries()) {
    const posture = byPosture ? (postures[index] ?? null) : null;
    if (same(row)) add(row[0], posture, null);
    else for (const [year, cell] of row.entries()) add(cell, posture, year + 1);
    if (!byPosture) break;
  }
  if (times?.kind === 'distribution') {
    // Where the input itself is fixed, its multiplier is what is drawn and correlated in its name.
    const stream = streamNamed(isUncertain ? `${input}.times` : input);
    parts.push({ input, posture: null, year: null, times: true, spec: times.spec, stream });
  }
  return parts;
}

interface JoinedStreams {
  readonly copula: WrittenCopula;
  readonly matrix: WrittenMatrix;
  readonly names: readonly string[];
  readonly factor: readonly (readonly number[])[];
  readonly streams: readonly InputStream[];
}

function copulaOf(
  { scenario }: ProgramSource,
  streams: ReadonlyMap<string, InputStream>,
): JoinedStreams | null {
  const pairs = scenario.correlations.filter(([a, b]) => streams.has(a) && streams.has(b));
  const names = [...new Set(pairs.flatMap(([a, b]) => [a, b]))].toSorted();
  if (names.length === 0) return null;
  const between = (a: string, b: string): number => {
    if (a === b) return 1;
    const rank = pairs.find(([x, y]) => (x === a && y === b) || (x === b && y === a))?.[2] ?? 0;
    return spearmanToPearson(rank);
  };
  const found = choleskyFactor(names.map((row) => names.map((column) => between(row, column))));
  if (!('factor' in found)) return null;
  const matrix = names.flatMap((row, index) =>
    names.slice(0, index + 1).flatMap((col) => {
      const value = between(row, col);
      return value === 0 ? [] : [{ row, col, value }];
    }),
  );
  const joined = names.flatMap((name) => streams.get(name) ?? []);
  return {
    names,
    factor: found.factor,
    streams: joined,
    matrix: { name: 'correlations', value: { columns: names, rows: names, matrix } },
    copula: {
      name: 'Gaussian',
      function: 'GaussianCopula',
      arguments: {
        correlationMatrix: { type: 'globalVariables', value: 'correlations' },
        rng: joined.map(({ rng }) => rng.name),
      },
      copulaLayer: names,
    },
  };
}

function sipOf(part: InputPart, source: ProgramSource, joined: JoinedStreams | null): WrittenSip {
  const { input, posture, spec, stream, times, year } = part;
  const declared = source.model.inputs[input];
  const { factor, unit } = amountIn(source, input, times);
  const { distribution, largestError, shape } = exportedShape(spec, times ? 1 : factor);
  const layer = joined?.names.indexOf(stream.name) ?? -1;
  const uniform = (counter: number) =>
    layer < 0 || joined === null
      ? hdrUniform({ ...stream.rng.arguments, counter })
      : correlated(joined, layer, counter);
  const draw = (u: number) =>
    shape.function === 'Lookup_Table'
      ? (shape.arguments.value.find(([p]) => u <= p)?.[1] ?? NaN)
      : distribution.quantile(u);
  const trials = Float64Array.from({ length: checkedTrials }, (_, index) =>
    draw(uniform(index + 1)),
  );
  const told = sampleMetadata(trials);
  const density = densityOn(told['min'] ?? NaN, told['max'] ?? NaN, (x) => {
    const slope = distribution.slope(distribution.cdf(x));
    return slope > 0 ? 1 / slope : 0;
  });
  const ref: SipReference =
    layer < 0
      ? { source: 'rng', name: stream.rng.name }
      : { source: 'copula', name: 'Gaussian', copulaLayer: stream.name };
  return {
    ...shape,
    name: sipName(input, posture, year === null ? null : `year${year}`, times ? 'times' : null),
    ref,
    metadata: {
      role: 'input',
      label: `${declared?.label ?? input}${times ? ': what it is multiplied by' : ''}`,
      unit,
      ...(declared?.per === 'event' ? { per: 'event' } : {}),
      ...told,
      ...checkTrials(trials),
      ...(distribution.kind === 'continuous' && density.length > 0 ? { density } : {}),
      distance: largestError,
      // Lets Tandem take back the very distribution, as long as nobody has changed its shape.
      ...(factor === 1 || times ? { tandem: { distribution: spec } } : {}),
    },
  };
}

function correlated({ factor, streams }: JoinedStreams, layer: number, counter: number): number {
  const row = factor[layer] ?? [];
  let score = 0;
  for (let i = 0; i <= layer; i++) {
    const weight = row[i] ?? 0;
    const stream = streams[i];
    if (weight === 0 || stream === undefined) continue;
    score += weight * normalQuantile(hdrUniform({ ...stream.rng.arguments, counter }));
  }
  return normalCdf(score);
}

/** Amounts stand in the currency of the scenario, as they do in its file. */
function amountIn(
  { model, scenario }: ProgramSource,
  input: string,
  times: boolean,
): { readonly factor: number; readonly unit: string } {
  const unit = times ? '1' : (model.inputs[input]?.unit ?? '1');
  if (!/\bHKD\b/.test(unit)) return { factor: 1, unit };
  const rate = scenario.exchangeRates[scenario.currency] ?? 1;
  const own = scenario.inputs[input]?.currencyFactor ?? 1;
  return {
    factor: own === rate ? 1 : own / rate,
    unit: unit.replace('HKD', scenario.currency),
  };
}
