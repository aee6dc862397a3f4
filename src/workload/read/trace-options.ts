/**
 * What becomes of a recorded job that used p processors: p tasks of one slot each, one task of p slots, or one task of one
 * slot.
 */
export type ProcessorRule = 'tasks' | 'slots' | 'one';

export const processorRules: readonly ProcessorRule[] = ['tasks', 'slots', 'one'];

/** The columns that a CSV trace may have; `submit` and `duration` are required. */
export type CsvColumn = 'submit' | 'duration' | 'slots' | 'job' | 'exit' | 'id';

export const csvColumns: readonly CsvColumn[] = [
  'submit',
  'duration',
  'slots',
  'job',
  'exit',
  'id',
];

export interface TraceOptions {
  /** Name of the file in messages. */
  readonly name: string;
  /** SWF: `tasks` by default. Nextflow: `one` by default; `slots` takes the column cpus. */
  readonly processors?: ProcessorRule;
  /** Zone of times that name none: `UTC` (the default) or an offset such as `+02:00`. */
  readonly timeZone?: string;
  /** CSV: names of the columns in the file where they differ from ours. */
  readonly columns?: Partial<Readonly<Record<CsvColumn, string>>>;
}
