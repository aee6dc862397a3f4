import type { SourceText } from '../base/text/source-text.js';
import type { SimulationInput } from '../simulator/input/simulation-input.js';
import type { RunRecord } from '../simulator/record/run-record.js';
import type { SimulationProgress } from '../simulator/simulation.js';
import { estimate, type Estimate } from './confidence.js';
import { figures, figureValues, type FigureValues } from './figures.js';
import type { RunOptions } from './run.js';

export interface CompareRequest {
  readonly formulas: readonly SourceText[];
  readonly seeds: readonly string[];
  readonly makeInput: (formula: SourceText, seed: string) => SimulationInput;
  /** `runSimulation`, or something that has it done elsewhere. */
  readonly run: (input: SimulationInput, options: RunOptions) => Promise<RunRecord>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ComparisonProgress) => void;
}

export interface ComparisonProgress {
  readonly runsFinished: number;
  readonly runCount: number;
  readonly current: SimulationProgress;
}

/** By figure id; null where no run has the figure. */
export type Estimates = Readonly<Record<string, Estimate | null>>;

export interface FormulaResult {
  readonly name: string;
  /** Of each finished run, in the order of the seeds. */
  readonly values: readonly FigureValues[];
  readonly figures: Estimates;
  /** Paired by seed: this formula minus the first one. Absent of the first. */
  readonly differences?: Estimates;
  /** Record of the first seed, for charts and the autoscale runs; absent when it was interrupted before it began. */
  readonly firstRun?: RunRecord;
}

/** Formulas on the same worlds. */
export interface Comparison {
  readonly name: string;
  /** The seeds that were asked for. */
  readonly seeds: readonly string[];
  /** Whether it was interrupted: figures then cover the runs that had finished. */
  readonly partial: boolean;
  readonly formulas: readonly FormulaResult[];
}

/** `seed`, `seed/2`, `seed/3`, ...: the first run of a comparison is the one that `simulate` shows. */
export function derivedSeeds(seed: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => (index === 0 ? seed : `${seed}/${index + 1}`));
}

interface FormulaRuns {
  readonly values: FigureValues[];
  firstRun?: RunRecord;
}

/**
 * Runs each formula on each seed. Seeds are the outer loop, so that an interrupted comparison has seen all formulas about
 * equally often. Every formula of a seed meets the same tasks, boot times and latencies (common random numbers), which is why
 * differences are taken in pairs.
 */
export async function compare(request: CompareRequest): Promise<Comparison> {
  const { formulas, seeds, makeInput, run, signal, onProgress } = request;
  const runs: FormulaRuns[] = formulas.map(() => ({ values: [] }));
  const runCount = formulas.length * seeds.length;
  let runsFinished = 0;
  let partial = false;
  let name = '';
  for (const seed of seeds) {
    for (const [index, formula] of formulas.entries()) {
      if (partial) break;
      const input = makeInput(formula, seed);
      name = input.name;
      const record = await run(input, {
        signal,
        onProgress: (current) => onProgress?.({ runsFinished, runCount, current }),
      });
      runs[index]!.firstRun ??= record;
      partial = record.end.partial;
      if (partial) break;
      runs[index]!.values.push(figureValues(record));
      runsFinished++;
    }
  }
  return {
    name,
    seeds,
    partial,
    formulas: formulas.map((formula, index) =>
      formulaResult(formula.name, runs[index]!, index === 0 ? undefined : runs[0]!),
    ),
  };
}

function formulaResult(
  name: string,
  { values, firstRun }: FormulaRuns,
  baseline: FormulaRuns | undefined,
): FormulaResult {
  return {
    name,
    values,
    figures: estimates((id) => values.map((run) => run[id] ?? null)),
    ...(baseline === undefined
      ? {}
      : { differences: estimates((id) => pairedDifferences(id, values, baseline.values)) }),
    ...(firstRun === undefined ? {} : { firstRun }),
  };
}

function estimates(valuesOf: (id: string) => readonly (number | null)[]): Estimates {
  return Object.fromEntries(
    figures.map(({ id }) => [id, estimate(valuesOf(id).filter((value) => value !== null))]),
  );
}

/** Over the seeds that both have finished, where both have the figure. */
function pairedDifferences(
  id: string,
  values: readonly FigureValues[],
  baseline: readonly FigureValues[],
): (number | null)[] {
  return values.map((run, seed) => {
    const own = run[id] ?? null;
    const other = baseline[seed]?.[id] ?? null;
    return own === null || other === null ? null : own - other;
  });
}
