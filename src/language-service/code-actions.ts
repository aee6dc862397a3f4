import type { Diagnostic, TextEdit } from '../base/diagnostics/diagnostic.js';
import { createLineTable, type Span } from '../base/text/source-text.js';
import type { FormulaDocument } from './formula-document.js';

export type CodeAction =
  | {
      readonly kind: 'fix' | 'ignore' | 'fixAll';
      readonly title: string;
      readonly edits: readonly TextEdit[];
      /** The fix to take where there is no other. */
      readonly preferred: boolean;
      readonly code?: string;
    }
  /** Shows the page of a rule. */
  | { readonly kind: 'explain'; readonly title: string; readonly code: string };

/** What can be done about the diagnostics in a range: their fixes, to ignore them here, to explain them, and to fix all. */
export function codeActions(document: FormulaDocument, range: Span): CodeAction[] {
  const inRange = document
    .diagnostics()
    .filter(({ span }) => span.start <= range.end && range.start <= span.end);
  const all = fixAllEdits(document.diagnostics());
  const fixAll: CodeAction = {
    kind: 'fixAll',
    title: 'fix all that is safe to fix',
    edits: all,
    preferred: false,
  };
  return [
    ...inRange.flatMap((diagnostic) => actionsFor(document, diagnostic)),
    ...(all.length === 0 ? [] : [fixAll]),
  ];
}

function actionsFor(document: FormulaDocument, diagnostic: Diagnostic): CodeAction[] {
  const { code, fixes = [], severity } = diagnostic;
  const explain: CodeAction = { kind: 'explain', title: `explain ${code}`, code };
  return [
    ...fixes.map(({ title, edits, safe }) => ({
      kind: 'fix' as const,
      title,
      edits,
      preferred: safe,
      code,
    })),
    ...(severity === 'error' ? [] : [ignoreHere(document, diagnostic)]),
    explain,
  ];
}

function ignoreHere({ source }: FormulaDocument, { code, span }: Diagnostic): CodeAction {
  const { column } = createLineTable(source.text).position(span.start);
  const start = span.start - column + 1;
  const indent = /^[ \t]*/.exec(source.text.slice(start))![0];
  const edit = { span: { start, end: start }, newText: `${indent}// poolscale-ignore ${code}\n` };
  return { kind: 'ignore', title: `ignore ${code} here`, edits: [edit], preferred: false, code };
}

/** The first safe fix of each diagnostic; one that would overlap an earlier one waits for the next time. */
export function fixAllEdits(diagnostics: readonly Diagnostic[]): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const { fixes = [] } of diagnostics) {
    const edits = fixes.find(({ safe }) => safe)?.edits ?? [];
    const overlaps = edits.some(({ span }) =>
      taken.some((each) => span.start <= each.span.end && each.span.start <= span.end),
    );
    if (!overlaps) taken.push(...edits);
  }
  return taken.sort((a, b) => a.span.start - b.span.start);
}
