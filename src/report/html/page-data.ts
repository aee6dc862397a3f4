import type { Note } from '../notes/note.js';

/** Everything that a report page shows, ready to be drawn: the page itself computes nothing. Carried as JSON. */
export interface PageData {
  readonly title: string;
  /** What the run was, one line each. */
  readonly facts: readonly PageFact[];
  readonly notes: readonly Note[];
  readonly assertions: readonly PageAssertion[];
  readonly tables: readonly PageTable[];
  /** Instant of time 0, milliseconds since 1970. */
  readonly startMilliseconds: number;
  readonly charts: readonly PageChart[];
  /** What happened around the service, in the order of time; drawn into every chart and listed below them. */
  readonly moments: readonly PageMoment[];
  readonly runs: readonly PageRuns[];
  readonly formulas: readonly PageFormula[];
}

export interface PageFact {
  readonly label: string;
  readonly text: string;
}

export interface PageAssertion {
  readonly expression: string;
  readonly formula?: string;
  readonly measured: string;
  readonly holds: boolean;
}

export interface PageTable {
  readonly caption: string;
  /** Heads of the columns after the first one. */
  readonly columns: readonly string[];
  readonly rows: readonly PageRow[];
}

export interface PageRow {
  readonly label: string;
  readonly description?: string;
  readonly cells: readonly PageCell[];
}

export interface PageCell {
  readonly text: string;
  /** How a difference is to be read; absent of plain values. */
  readonly tone?: 'better' | 'worse' | 'noise';
}

/** A chart over elapsed time. */
export interface PageChart {
  readonly title: string;
  /** What the y axis counts, with its unit: `nodes`, `cost (USD)`. */
  readonly yLabel: string;
  /** Seconds since the start, rising. */
  readonly seconds: readonly number[];
  /** `steps`: a value holds until the next instant. `line`: the course between two instants is even. */
  readonly shape: 'steps' | 'line';
  readonly series: readonly PageSeries[];
}

export interface PageSeries {
  readonly label: string;
  readonly colour: PageColour;
  readonly style: 'area' | 'solid' | 'dashed';
  /** As many as `seconds`; null after the end of a run. */
  readonly values: readonly (number | null)[];
}

/** A fault or an operation: a point in time, or a stretch of it. */
export interface PageMoment {
  /** `refused`: an operation that the service answered with an error. */
  readonly kind: 'fault' | 'operation' | 'refused';
  readonly atSeconds: number;
  /** Of a stretch; the end of the run where it lasts beyond. */
  readonly endSeconds?: number;
  readonly text: string;
}

/** Colours by meaning, or by the place of a formula in the comparison. */
export type PageColour =
  'dedicated' | 'spot' | 'idle' | 'pending' | 'running' | 'cost' | { readonly formula: number };

/** The autoscale runs of one pool under one formula. */
export interface PageRuns {
  readonly title: string;
  readonly rows: readonly PageRun[];
}

export interface PageRun {
  readonly atSeconds: number;
  readonly current: string;
  readonly target: string;
  readonly changed: boolean;
  readonly removal: string;
  readonly variables: readonly (readonly [name: string, value: string])[];
  readonly error?: string;
}

export interface PageFormula {
  readonly title: string;
  readonly text: string;
}
