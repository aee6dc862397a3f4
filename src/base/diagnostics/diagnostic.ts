import type { SourceText, Span } from '../text/source-text.js';

export type Severity = 'error' | 'warning' | 'info';

/** A replacement of one range of the text by another text. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** A change that the program can make; `safe` ones keep the meaning, the others are suggestions. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly safe: boolean;
}

/** A second place that explains a diagnostic ("assigned here"). */
export interface Label {
  readonly span: Span;
  readonly message: string;
}

/**
 * One finding. `code` names it for machines and for `explain`; `message` is lower-case, without a full stop;
 * `help` is the remedy in one line. Spans are offsets in `source`.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly source?: SourceText;
  readonly help?: string;
  readonly labels?: readonly Label[];
  readonly fixes?: readonly Fix[];
}

/** What library functions return for input that a user wrote: they never throw for it. `value` is absent after an error. */
export interface DiagnosticResult<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
