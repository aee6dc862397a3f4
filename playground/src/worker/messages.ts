import type { Diagnostic } from '../../../src/base/diagnostics/diagnostic.js';
import type { Note } from '../../../src/report/notes/note.js';
import type { RunRecord } from '../../../src/simulator/record/run-record.js';

/** A file beside the scenario: an uploaded trace or price book. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A diagnostic without its source text, in offsets of one of the texts that were sent. */
export interface PlacedDiagnostic extends Omit<Diagnostic, 'source' | 'labels' | 'fixes'> {
  readonly file: string;
  /** File, line and column as the commands write them. */
  readonly place: string;
}

export interface SimulateRequest {
  readonly kind: 'simulate';
  readonly scenario: string;
  /** One formula, or the two of a comparison: each is run on the same world. */
  readonly formulas: readonly string[];
  readonly files: readonly NamedBytes[];
}

export interface TraceRequest extends Omit<SimulateRequest, 'kind' | 'formulas'> {
  readonly kind: 'trace';
  readonly formula: string;
  readonly pool: string;
  /** Number of the autoscale run, from 0. */
  readonly run: number;
}

export interface EvaluateRequest {
  readonly kind: 'evaluate';
  readonly formula: string;
  /** A metrics file as `poolscale eval` reads it; empty for an empty pool. */
  readonly metrics: string;
}

export interface TestRequest {
  readonly kind: 'test';
  /** A file of tests as `poolscale test` reads it; it names `formula.autoscale`. */
  readonly tests: string;
  readonly formula: string;
}

export type WorkerRequest = SimulateRequest | TraceRequest | EvaluateRequest | TestRequest;

export interface TestedCase {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped, or what failed, with the values of the parts of the formula and, of a property, the smallest history that fails. */
  readonly details: readonly string[];
}

export interface SimulatedRun {
  readonly record: RunRecord;
  readonly notes: readonly Note[];
  /** What `poolscale simulate --format json` prints. */
  readonly json: string;
}

/** One expression of a formula with the value that it had. */
export interface TracedValue {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

export interface TracedStatement {
  readonly start: number;
  readonly end: number;
  /** Inner expressions before those around them. */
  readonly values: readonly TracedValue[];
}

export interface Answers {
  readonly simulate: {
    readonly runs: readonly SimulatedRun[];
    readonly diagnostics: readonly PlacedDiagnostic[];
  };
  readonly trace: {
    readonly statements: readonly TracedStatement[];
    readonly results: string;
    readonly error?: string;
  };
  readonly evaluate: {
    readonly results: string;
    readonly error?: string;
    readonly unverified: readonly string[];
    readonly statements: readonly TracedStatement[];
    readonly diagnostics: readonly PlacedDiagnostic[];
  };
  readonly test: {
    readonly cases: readonly TestedCase[];
    readonly diagnostics: readonly PlacedDiagnostic[];
  };
}

export type AnswerTo<R extends WorkerRequest> = Answers[R['kind']];

/** What the page sends; `id` comes back with the answer. */
export interface Envelope {
  readonly id: number;
  readonly request: WorkerRequest;
}

export type Reply =
  | { readonly id: number; readonly kind: 'answer'; readonly answer: Answers[keyof Answers] }
  | { readonly id: number; readonly kind: 'progress'; readonly tasks: number }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };
