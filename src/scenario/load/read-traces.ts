import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import { nearestName } from '../../base/text/nearest-name.js';
import { readTrace } from '../../workload/read/read-trace.js';
import type { CsvColumn } from '../../workload/read/trace-options.js';
import { selectRows, type TaskTable } from '../../workload/task-table.js';
import { scenarioDiagnostic } from '../scenario-diagnostics.js';
import { withFile, type ScenarioFiles } from '../scenario-files.js';
import type { TraceFile } from '../schema/task-source-schema.js';

function columnsOf(file: TraceFile): Partial<Record<CsvColumn, string>> {
  const columns: Partial<Record<CsvColumn, string>> = {};
  for (const [column, name] of Object.entries(file.columns ?? {})) {
    if (name !== undefined) columns[column as CsvColumn] = name;
  }
  return columns;
}

/** The tasks of one job of a trace. */
function tasksOfJob(
  table: TaskTable,
  file: TraceFile,
  document: TextDocument,
  path: DocumentPath,
  diagnostics: Diagnostic[],
): TaskTable | undefined {
  if (file.job === undefined) return table;
  const job = table.jobIds.indexOf(file.job);
  if (job >= 0) {
    const rows = selectRows(table, (row) => table.job[row] === job);
    return { ...rows, jobIds: [file.job], job: new Uint32Array(rows.length) };
  }
  const near = nearestName(file.job, table.jobIds);
  const { source, spanOf } = document;
  const span = spanOf([...path, 'job']);
  const help = near === undefined ? {} : { help: `did you mean ${near}?` };
  const parameters = { job: file.job, trace: file.from };
  diagnostics.push(
    scenarioDiagnostic('no-such-job-in-trace', span, parameters, { source, ...help }),
  );
  return undefined;
}

/** Reads the trace that a task entry names; undefined after an error, which is added to `diagnostics`. */
export async function readTraceFile(
  file: TraceFile,
  document: TextDocument,
  path: DocumentPath,
  files: ScenarioFiles,
  diagnostics: Diagnostic[],
): Promise<TaskTable | undefined> {
  const { format, processors, timeZone } = file;
  const name = files.resolve(document.source.name, file.from);
  const result = await withFile(document, [...path, 'from'], name, diagnostics, () =>
    readTrace(files.readBytes(name), {
      name,
      columns: columnsOf(file),
      ...(files.gunzip === undefined ? {} : { gunzip: files.gunzip }),
      ...(format === undefined ? {} : { format }),
      ...(processors === undefined ? {} : { processors }),
      ...(timeZone === undefined ? {} : { timeZone }),
    }),
  );
  if (result === undefined) return undefined;
  diagnostics.push(...result.diagnostics);
  if (result.value === undefined) return undefined;
  return tasksOfJob(result.value, file, document, path, diagnostics);
}
