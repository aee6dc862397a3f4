import type { RunRecord } from '../../../src/simulator/index.js';

/** The two runs of a story: the attempt that goes wrong, and its mended twin. */
export const variantNames = ['first', 'mended'] as const;
export type VariantName = (typeof variantNames)[number];

export interface StoryRun {
  readonly record: RunRecord;
  /** A figure as reports write it, by its id in assertions: `p95_wait`. */
  readonly figure: (id: string) => string;
}

export type StoryRuns = Readonly<Record<VariantName, StoryRun>>;

/** A rehearsal of docs/rehearsals.md. */
export interface Story {
  /** Below examples/rehearsals. */
  readonly folder: string;
  readonly title: string;
  /** What differs between the variants: `first.autoscale` on one scenario, or `first.scenario.yaml`. */
  readonly differs: 'formula' | 'scenario';
  /** Ids of the figures of its table. */
  readonly figures: readonly string[];
  /** The situation, what to watch and what to change, in Markdown: every number of a run comes from its figures. */
  readonly text: (runs: StoryRuns) => string;
  /** What the text says of the runs beyond its numbers, each a sentence that must be true of them. */
  readonly claims: Readonly<
    Record<string, (runs: Readonly<Record<VariantName, RunRecord>>) => boolean>
  >;
}
