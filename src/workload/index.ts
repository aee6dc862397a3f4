export {
  selectableFailureCodes,
  taskFailureCodes,
  type FailureCategory,
  type FailurePhase,
  type SelectableFailureCode,
  type TaskFailureCode,
} from './task-failure-codes.js';
export type * from './task-settings.js';
export type { TaskArrival, TaskSource, TaskStream } from './task-stream.js';
export { submissionRange, taskCountOf, type TaskTable } from './task-table.js';
export { tableSource, type TableSourceOptions } from './table-source.js';
export { literalSource, type LiteralTask } from './literal-source.js';
export { mergeSources } from './merge-streams.js';
export { growingStream, type GrowingStream } from './growing-stream.js';
export type { ArrivalProcess } from './generate/arrival-process.js';
export { generatedSource, type GeneratorSettings } from './generate/generated-source.js';
export { detectByContent, detectByName } from './read/detect-format.js';
export { readTrace, type ReadTraceOptions } from './read/read-trace.js';
export {
  isTraceFormat,
  traceFormatNames,
  traceFormats,
  type TraceFormat,
  type TraceFormatDefinition,
  type TraceReader,
} from './read/trace-format.js';
export {
  csvColumns,
  processorRules,
  type CsvColumn,
  type ProcessorRule,
  type TraceOptions,
} from './read/trace-options.js';
