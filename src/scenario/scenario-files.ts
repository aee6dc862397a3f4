import type { Diagnostic } from '../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../base/document/read-document.js';
import type { SourceText } from '../base/text/source-text.js';
import type { Decompress } from '../workload/read/gunzip.js';
import { scenarioDiagnostic } from './scenario-diagnostics.js';

/**
 * How a scenario gets at the files that it names; the command line opens files, a browser may hold them in memory. Both
 * readers reject with an error whose `code` is ENOENT, EACCES or EISDIR.
 */
export interface ScenarioFiles {
  readText(path: string): Promise<SourceText>;
  readBytes(path: string): AsyncIterable<Uint8Array>;
  /** A faster way to decompress gzip than the one that every platform has. */
  readonly gunzip?: Decompress;
  /** Path of a reference, relative to the file that names it. */
  resolve(from: string, reference: string): string;
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['EACCES', 'permission denied'],
  ['EISDIR', 'it is a directory'],
]);

/** The reason of an error that a file reader is expected to have; undefined for other errors, which are bugs. */
export function fileErrorReason(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const code = String(error.code);
  return reasons.get(code) ?? code;
}

/** Runs a reader and turns its expected errors into a diagnostic at the place that names the file. */
export async function withFile<T>(
  document: TextDocument,
  place: DocumentPath,
  path: string,
  diagnostics: Diagnostic[],
  read: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    const reason = fileErrorReason(error);
    if (reason === undefined) throw error;
    const { source, spanOf } = document;
    diagnostics.push(
      scenarioDiagnostic('unreadable-file', spanOf(place), { path, reason }, { source }),
    );
    return undefined;
  }
}
