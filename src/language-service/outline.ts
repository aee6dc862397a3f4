import type { Span } from '../base/text/source-text.js';
import { createLineTable } from '../base/text/source-text.js';
import type { FormulaDocument } from './formula-document.js';
import { variableTypes } from './variable-types.js';

export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'target' | 'variable';
  /** The whole statement. */
  readonly span: Span;
  readonly nameSpan: Span;
}

/** The assignments of a formula, in order. */
export function documentSymbols(document: FormulaDocument): DocumentSymbol[] {
  const types = new Map(
    variableTypes(document).assignments.map(({ name, type }) => [name.start, type]),
  );
  return (document.syntax?.statements ?? []).flatMap((statement) => {
    const name = statement.kind === 'assignment' ? statement.name : undefined;
    const assigned = name ?? (statement.kind === 'broken' ? statement.assigns : undefined);
    if (assigned === undefined) return [];
    const row = document.names.variable(assigned.text);
    const detail = row === undefined ? (types.get(assigned.span.start) ?? '') : row.unit;
    const kind = row === undefined ? 'variable' : 'target';
    return [{ name: assigned.text, detail, kind, span: statement.span, nameSpan: assigned.span }];
  });
}

/** A range of lines, numbered from 1, that an editor can fold. */
export interface FoldingRange {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'statement' | 'comment';
}

/** Statements of several lines, and blocks of comment lines. */
export function foldingRanges({ source, syntax, tokens }: FormulaDocument): FoldingRange[] {
  const lines = createLineTable(source.text);
  const lineOf = (offset: number): number => lines.position(offset).line;
  const statements = (syntax?.statements ?? []).map(({ span }) => ({
    startLine: lineOf(span.start),
    endLine: lineOf(span.end),
    kind: 'statement' as const,
  }));
  const comments: { startLine: number; endLine: number; kind: 'comment' }[] = [];
  for (const { kind, span } of tokens) {
    if (kind !== 'comment') continue;
    const line = lineOf(span.start);
    const alone = lines.lineText(line).trimStart().startsWith('/');
    const last = comments.at(-1);
    if (!alone) continue;
    if (last !== undefined && last.endLine === line - 1) last.endLine = lineOf(span.end);
    else comments.push({ startLine: line, endLine: lineOf(span.end), kind: 'comment' });
  }
  return [...statements, ...comments]
    .filter(({ startLine, endLine }) => endLine > startLine)
    .sort((a, b) => a.startLine - b.startLine);
}
