import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { renderDiagnostic } from '../../src/base/diagnostics/render.js';
import type { DiagnosticResult } from '../../src/base/diagnostics/diagnostic.js';
import type { TaskTable } from '../../src/workload/task-table.js';

/** A text or bytes as a reader gets them: in chunks of a size that cuts lines, numbers and characters. */
export async function* chunks(
  content: string | Uint8Array,
  size: number = 7,
): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.subarray(at, at + size);
  }
}

export function fixture(name: string): AsyncIterable<Uint8Array> {
  return createReadStream(fileURLToPath(new URL(`../workload/fixtures/${name}`, import.meta.url)));
}

/** The rows of a table as objects, times in seconds. */
export function rowsOf(table: TaskTable): readonly object[] {
  return Array.from({ length: table.length }, (_, row) => ({
    id: table.rowId(row),
    submit: table.submitTime[row]! / 4000,
    runs: table.runTime[row]! / 4000,
    slots: table.requiredSlots[row],
    exit: table.exitCode[row],
    job: table.jobIds[table.job[row]!],
    ...(table.copies === undefined ? {} : { copies: table.copies[row] }),
  }));
}

/** The table of a result that must have one. */
export function tableOf(result: DiagnosticResult<TaskTable>): TaskTable {
  if (result.value === undefined) throw new Error(rendered(result));
  return result.value;
}

export function rendered(result: DiagnosticResult<unknown>): string {
  return result.diagnostics.map((diagnostic) => renderDiagnostic(diagnostic)).join('\n');
}
