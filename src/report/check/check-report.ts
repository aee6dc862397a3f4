import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { LineTable, SourceText } from '../../base/text/source-text.js';
import type { DynamicFormula } from '../../extract/embedded-formula.js';
import type { PlacedDiagnostic } from '../../lint/check-file.js';

/** A finding that is reported. */
export interface ReportedFinding extends PlacedDiagnostic {
  /** The same for the same finding after lines around it have changed: it is made without line numbers. */
  readonly fingerprint: string;
}

export interface FormulaReport {
  readonly address: string;
  /** Offset in the file of the first character of the formula. */
  readonly start: number;
  readonly diagnostics: readonly ReportedFinding[];
}

/** A file with formulas, or with problems that kept formulas from being found. */
export interface FileReport {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  readonly source: SourceText;
  readonly lines: LineTable;
  readonly formulas: readonly FormulaReport[];
  readonly dynamic: readonly DynamicFormula[];
  readonly problems: readonly Diagnostic[];
}

/** A path that was not read. */
export interface SkippedReport {
  readonly path: string;
  readonly reason: string;
}

export interface CheckSummary {
  /** Files that were examined, with formulas or without. */
  readonly files: number;
  readonly formulas: number;
  /** Formulas that their host computes, so that they were not checked. */
  readonly dynamic: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** What all formats of `poolscale check` are written from. */
export interface CheckReport {
  /** Version of poolscale. */
  readonly version: string;
  readonly summary: CheckSummary;
  readonly files: readonly FileReport[];
  readonly skipped: readonly SkippedReport[];
  /** Files that the configuration leaves out; they are in no count. */
  readonly excluded: number;
  /** Findings that the baseline knows; they are in no count. */
  readonly known: number;
  /** Fixes that were made before what is reported here. */
  readonly fixed: number;
  /** Fixes that would be made; 0 where nobody asked. */
  readonly fixable: number;
}

/** A finding or a problem with the place where it is shown. */
export interface PlacedFinding {
  readonly file: FileReport;
  /** Absent for a problem of the file itself. */
  readonly formula?: FormulaReport;
  readonly diagnostic: Diagnostic;
}

/** All findings and problems in the order of files and places. */
export function findingsOf({ files }: CheckReport): readonly PlacedFinding[] {
  return files.flatMap((file) => [
    ...file.problems.map((diagnostic) => ({ file, diagnostic })),
    ...file.formulas.flatMap((formula) =>
      formula.diagnostics.map((diagnostic) => ({ file, formula, diagnostic })),
    ),
  ]);
}
