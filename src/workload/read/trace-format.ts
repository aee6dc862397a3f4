import type { DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import type { TaskTable } from '../task-table.js';
import { readAzureBatch } from './azure-batch.js';
import { readCsv } from './csv.js';
import { readNextflow } from './nextflow.js';
import { readSwf } from './swf.js';
import type { TraceOptions } from './trace-options.js';

export type TraceFormat = 'swf' | 'nextflow' | 'azure-batch' | 'csv';

export type TraceReader = (
  bytes: AsyncIterable<Uint8Array>,
  options: TraceOptions,
) => Promise<DiagnosticResult<TaskTable>>;

/** A trace format: what people call it, how its files are named, how it is read. */
export interface TraceFormatDefinition {
  readonly title: string;
  /** Ends of file names, without `.gz`. */
  readonly extensions: readonly string[];
  readonly read: TraceReader;
}

export const traceFormats: Readonly<Record<TraceFormat, TraceFormatDefinition>> = {
  swf: { title: 'Standard Workload Format', extensions: ['.swf'], read: readSwf },
  nextflow: { title: 'Nextflow trace', extensions: ['.tsv'], read: readNextflow },
  'azure-batch': {
    title: 'task list of Azure Batch (JSON)',
    extensions: ['.json'],
    read: readAzureBatch,
  },
  csv: { title: 'comma-separated values', extensions: ['.csv'], read: readCsv },
};

export const traceFormatNames: readonly TraceFormat[] = Object.keys(traceFormats) as TraceFormat[];

export function isTraceFormat(name: string): name is TraceFormat {
  return Object.hasOwn(traceFormats, name);
}
