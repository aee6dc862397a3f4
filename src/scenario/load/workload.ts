import type { GeneratorSettings } from '../../workload/generate/generated-source.js';
import type { LiteralTask } from '../../workload/literal-source.js';
import type { TaskSettings } from '../../workload/task-settings.js';
import type { TaskTable } from '../../workload/task-table.js';

/** Tasks of one entry of a job, read and checked. */
export type Workload =
  | {
      readonly kind: 'trace';
      /** Path as the scenario writes it, for notes. */
      readonly name: string;
      readonly table: TaskTable;
      /** Index of the job in the input, by job of the table. */
      readonly jobOf: (tableJob: number) => number;
      readonly idPrefix: string;
      /** What all its tasks have beside the columns of the trace. */
      readonly settings?: TaskSettings;
    }
  | {
      readonly kind: 'generator';
      /** Name of its random streams. */
      readonly name: string;
      readonly settings: GeneratorSettings;
      readonly job: number;
      readonly idPrefix: string;
    }
  | { readonly kind: 'tasks'; readonly tasks: readonly LiteralTask[]; readonly job: number };

export type TraceWorkload = Extract<Workload, { readonly kind: 'trace' }>;
