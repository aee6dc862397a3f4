import type { Diagnostic } from '../base/diagnostics/diagnostic.js';
import type { SourceText, Span } from '../base/text/source-text.js';
import type { Ticks, Timestamp } from '../base/time/ticks.js';
import type { CompileResult } from '../evaluator/compile-formula.js';
import type { DeallocationKeyword } from '../language/deallocation-options.js';
import type { MetricName, TargetName } from '../language/variables.js';
import type { PoolCounts } from '../metrics/metrics-snapshot.js';
import type { NumberMatcher } from './number-matcher.js';

/** A file of unit tests that was read, with its formula compiled. */
export interface TestSuite {
  readonly source: SourceText;
  readonly formula: TestedFormula;
  /** Seeds `rand()`, and the draws of properties where the command gives no other seed. */
  readonly seed: string;
  readonly cases: readonly TestCase[];
}

/** A formula under test. Where it stands inside another file, places of it are translated to that file. */
export interface TestedFormula {
  readonly source: SourceText;
  readonly compiled: CompileResult;
  /** The file that holds the text: the formula's own, or the host around it. */
  readonly host: SourceText;
  /** Offset in the host of an offset in the formula; undefined where its characters do not stand there one by one. */
  readonly hostOffset: (offset: number) => number | undefined;
  readonly relocate: (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[];
}

interface NamedCase {
  /** Rows of a table are called `name / row`. */
  readonly name: string;
  /** Place in the file of tests. */
  readonly span: Span;
  /** Why the case is not run. */
  readonly todo?: string;
}

export type TestCase =
  | (NamedCase & {
      /** Consecutive evaluations of one pool; a plain case has one. */
      readonly kind: 'evaluations';
      readonly steps: readonly EvaluationStep[];
      /** Whether the pool has as many nodes as its targets at the next step, or keeps the nodes it had. */
      readonly resize: 'completes' | 'pending';
    })
  | (NamedCase & {
      readonly kind: 'property';
      readonly forAll: ForAll;
      /** Number of histories to try. */
      readonly runs: number;
      readonly step: EvaluationStep;
    });

/** One evaluation: what the pool looks like and what must come out. */
export interface EvaluationStep {
  /** Shown in failures where a case has several steps. */
  readonly name?: string;
  readonly span: Span;
  readonly moment: Moment;
  /** The moment as it is written, where it is. */
  readonly at?: string;
  readonly samplePeriod: Ticks;
  /** Counts that are given; the others are those of the step before, or 0. */
  readonly pool: Partial<PoolCounts>;
  readonly series: ReadonlyMap<MetricName, readonly number[]>;
  readonly expectation: Expectation;
}

/** When an evaluation happens. `start` is the instant of the first sample of every series. */
export type Moment =
  /** Without `start` the series end at `now`. */
  | { readonly kind: 'instant'; readonly now: Timestamp; readonly start?: Timestamp }
  /** At the newest sample of the longest series. */
  | { readonly kind: 'newestSample'; readonly start: Timestamp };

/** Everything that one evaluation must fulfil. Without `error` it must not fail. */
export interface Expectation {
  readonly targets: ReadonlyMap<TargetName, NumberMatcher>;
  readonly nodeDeallocationOption?: DeallocationKeyword;
  readonly variables: ReadonlyMap<string, VariableMatcher>;
  readonly error?: ExpectedError;
  /** The whole result string. */
  readonly results?: string;
  /** Absolute; for equality and the ends of ranges. */
  readonly tolerance: number;
}

export interface ExpectedError {
  readonly code: string;
  /** A part of the error's text. */
  readonly message?: string;
}

/** What a user variable must be: a number, a vector, or the text that the result string shows. */
export type VariableMatcher =
  | { readonly kind: 'number'; readonly matcher: NumberMatcher }
  | { readonly kind: 'vector'; readonly elements: readonly NumberMatcher[] }
  | { readonly kind: 'text'; readonly text: string };

/** What a property ranges over. */
export interface ForAll {
  readonly series: ReadonlyMap<MetricName, SeriesRange>;
  readonly pool: ReadonlyMap<keyof PoolCounts, NumberRange>;
}

/** Both ends included. `whole` where neither end is written with a decimal point. */
export interface NumberRange {
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
}

export interface SeriesRange {
  readonly values: NumberRange;
  readonly samples: NumberRange;
  /** Share of the samples that are missing, in percent. */
  readonly missing: NumberRange;
}
