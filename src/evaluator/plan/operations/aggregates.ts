import {
  addRange,
  largestInRange,
  smallestInRange,
  vectorOfRange,
  type SampleRange,
} from '../../../metrics/sample-range.js';
import { ofNone } from '../../built-ins/aggregates.js';
import type { EvaluationState } from '../../evaluation-state.js';
import type { CallSite } from '../site.js';
import type { Operation } from './operation.js';

/** A reduction from left to right: of one number, of a vector, of samples in their ring. */
interface Fold {
  readonly number: Operation;
  readonly vector: (soFar: number, vector: readonly number[]) => number;
  readonly samples: (soFar: number, samples: SampleRange) => number;
}

const sum: Fold = {
  number: {
    total: true,
    run: (_state, _site, a: number, b: number) => a + b,
    inline: ([a, b]) => `${a} + ${b}`,
  },
  vector: (soFar, vector) => {
    let result = soFar;
    for (const element of vector) result += element;
    return result;
  },
  samples: addRange,
};

function extremum(
  name: 'max' | 'min',
  pick: (a: number, b: number) => number,
  samples: Fold['samples'],
): Fold {
  return {
    number: {
      total: true,
      run: (_state, _site, a: number, b: number) => pick(a, b),
      inline: ([a, b]) => `Math.${name}(${a}, ${b})`,
    },
    vector: (soFar, vector) => {
      let result = soFar;
      for (const element of vector) result = pick(result, element);
      return result;
    },
    samples,
  };
}

const max = extremum('max', (a, b) => Math.max(a, b), largestInRange);
const min = extremum('min', (a, b) => Math.min(a, b), smallestInRange);

function folding(fold: (soFar: number, more: never) => number): Operation {
  return {
    total: true,
    run: (_state, _site, soFar: number, more: never) => fold(soFar, more),
  };
}

type EmptySwitch = Parameters<typeof ofNone>[1];

/** The aggregate of one vector, or of one range of samples. */
function whole(
  emptySwitch: EmptySwitch,
  aggregateVector: (vector: readonly number[]) => number,
  aggregateSamples: (samples: SampleRange) => number,
): { readonly vector: Operation; readonly samples: Operation } {
  return {
    vector: {
      run: (state: EvaluationState, { name, span }: CallSite, vector: readonly number[]) =>
        vector.length > 0 ? aggregateVector(vector) : ofNone(state, emptySwitch, name, span),
    },
    samples: {
      run: (state: EvaluationState, { name, span }: CallSite, samples: SampleRange) =>
        samples.count > 0 ? aggregateSamples(samples) : ofNone(state, emptySwitch, name, span),
    },
  };
}

const sumOf = whole(
  'emptyAggregate',
  (vector) => sum.vector(0, vector),
  (samples) => addRange(0, samples),
);
const avgOf = whole(
  'emptyAggregate',
  (vector) => sum.vector(0, vector) / vector.length,
  (samples) => addRange(0, samples) / samples.count,
);
const maxOf = whole(
  'emptyExtremum',
  (vector) => max.vector(-Infinity, vector),
  (samples) => largestInRange(-Infinity, samples),
);
const minOf = whole(
  'emptyExtremum',
  (vector) => min.vector(Infinity, vector),
  (samples) => smallestInRange(Infinity, samples),
);

export type AggregateOperation =
  | 'sumNumber'
  | 'sumVector'
  | 'sumSamples'
  | 'maxNumber'
  | 'maxVector'
  | 'maxSamples'
  | 'minNumber'
  | 'minVector'
  | 'minSamples'
  | 'sumOfVector'
  | 'sumOfSamples'
  | 'avgOfVector'
  | 'avgOfSamples'
  | 'maxOfVector'
  | 'maxOfSamples'
  | 'minOfVector'
  | 'minOfSamples'
  | 'lenOfVector'
  | 'lenOfSamples'
  | 'vectorOfSamples';

/** Aggregates of vectors and of samples where they lie; all others are calls. */
export const aggregates: Readonly<Record<AggregateOperation, Operation>> = {
  sumNumber: sum.number,
  sumVector: folding(sum.vector),
  sumSamples: folding(sum.samples),
  maxNumber: max.number,
  maxVector: folding(max.vector),
  maxSamples: folding(max.samples),
  minNumber: min.number,
  minVector: folding(min.vector),
  minSamples: folding(min.samples),
  sumOfVector: sumOf.vector,
  sumOfSamples: sumOf.samples,
  avgOfVector: avgOf.vector,
  avgOfSamples: avgOf.samples,
  maxOfVector: maxOf.vector,
  maxOfSamples: maxOf.samples,
  minOfVector: minOf.vector,
  minOfSamples: minOf.samples,
  lenOfVector: {
    total: true,
    run: (_state: EvaluationState, _site: CallSite, vector: readonly number[]) => vector.length,
    inline: ([vector]) => `${vector}.length`,
  },
  lenOfSamples: {
    run: (_state: EvaluationState, _site: CallSite, samples: SampleRange) => samples.count,
    inline: ([samples]) => `${samples}.count`,
  },
  vectorOfSamples: {
    run: (_state: EvaluationState, _site: CallSite, samples: SampleRange) => vectorOfRange(samples),
  },
};
