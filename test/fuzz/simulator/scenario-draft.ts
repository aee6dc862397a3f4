/** What a scenario file can hold, before it is text. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A part of a draft that features add to: the keys that all of them may count on, and any other key of the schema. */
interface Part {
  [key: string]: Json;
}

export interface PoolDraft extends Part {
  id: string;
  vmSize: string;
  taskSlotsPerNode: number;
}

export interface JobDraft extends Part {
  id: string;
  poolInfo: { poolId: string };
  /** Retries and the like; written to the file where something is in it. */
  constraints: Part;
  tasks: Part[];
}

/** A scenario file in the making. Times are numbers of seconds, so that a failure can be shrunk to smaller ones. */
export interface ScenarioDraft {
  seed: string;
  start: string;
  /** Seconds after the start, or drained. */
  until: number | 'drained';
  pools: PoolDraft[];
  jobs: JobDraft[];
  parameters: Part;
  /** Any other key of a scenario file. */
  more: Part;
}

/** The scenario file of a draft, as its schema wants it. */
export function scenarioFile(draft: ScenarioDraft): Json {
  const { until, more, ...rest } = draft;
  return {
    ...rest,
    until: until === 'drained' ? until : `PT${until}S`,
    ...more,
  };
}
