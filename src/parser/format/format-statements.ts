import type { IToken } from 'chevrotain';

import { Semicolon } from '../../lexer/tokens.js';
import type { FormulaSyntax, Statement } from '../ast.js';
import { sequence, text, type Document } from './document.js';
import { statementDocument, type TokenWalk } from './expression-document.js';
import { findGaps, settled, type Gaps, type PlacedComment } from './gap-comments.js';
import { layOut } from './lay-out.js';
import { placeComments, type StatementComments } from './place-comments.js';

const layout = { width: 100, indentation: 4 };

type Readable = Exclude<Statement, { kind: 'broken' }>;

/** The lines of a formula without errors; a statement or a block comment of several lines is one element. */
export function formatStatements(syntax: FormulaSyntax, tokens: readonly IToken[]): string[] {
  const gaps = findGaps(syntax.source.text, tokens, syntax.comments);
  const lines: string[] = [];
  const statements = syntax.statements[Symbol.iterator]();
  let carried: readonly PlacedComment[] = [];
  let at = 0;
  while (at < tokens.length) {
    const empty = tokens[at]!.tokenType === Semicolon;
    const formatted = empty
      ? { text: ';', end: at, before: [], after: [] }
      : formatStatement(tokens, at, gaps, statements.next().value as Readable);
    const here = gaps.comments.get(at) ?? [];
    // Comments that leave the statement pass the inline ones before it, which then need lines too.
    const inline = formatted.before.length > 0 ? [] : here.filter(isInline);
    const standing = here.slice(0, here.length - inline.length);
    const blank = inline.length > 0 ? inline[0]!.blankBefore : gaps.blankBefore(at);
    const before = formatted.before.map((comment, index) => ({
      ...comment,
      place: 'own' as const,
      blankBefore: index === 0 && blank,
    }));
    printComments(lines, [...carried, ...standing, ...before]);
    const prefix = inline.map((comment) => `${comment.text} `).join('');
    if (before.length === 0 && blank) blankLine(lines);
    lines.push(prefix + formatted.text);
    carried = formatted.after;
    at = formatted.end + 1;
  }
  printComments(lines, [
    ...carried,
    ...(at === tokens.length ? (gaps.comments.get(at) ?? []) : []),
  ]);
  return lines;
}

function isInline({ place }: PlacedComment): boolean {
  return place === 'inline';
}

function blankLine(lines: string[]): void {
  if (lines.length > 0) lines.push('');
}

function printComments(lines: string[], comments: readonly PlacedComment[]): void {
  for (const comment of settled(comments)) {
    if (comment.place === 'trailing' && lines.length > 0) {
      lines.push(`${lines.pop() ?? ''} ${comment.text}`);
    } else {
      if (comment.blankBefore) blankLine(lines);
      lines.push(comment.text);
    }
  }
}

interface FormattedStatement extends Omit<StatementComments, 'inside'> {
  /** With its semicolon. */
  readonly text: string;
  /** Index of its semicolon, or the number of tokens where it has none. */
  readonly end: number;
}

function formatStatement(
  tokens: readonly IToken[],
  start: number,
  { comments }: Gaps,
  statement: Readable,
): FormattedStatement {
  const first = walkOver(tokens, start, new Map(), statement);
  const end = first.walk.at;
  const placed = placeComments(tokens, start, end, comments, first.walk.breakable);
  const { document } =
    placed.inside.size === 0 ? first : walkOver(tokens, start, placed.inside, statement);
  return {
    text: layOut(sequence([document, text(';')]), layout),
    end,
    before: placed.before,
    after: placed.after,
  };
}

function walkOver(
  tokens: readonly IToken[],
  at: number,
  comments: TokenWalk['comments'],
  statement: Readable,
): { readonly document: Document; readonly walk: TokenWalk } {
  const walk: TokenWalk = { tokens, comments, breakable: new Set(), at };
  const document = statementDocument(walk, statement);
  return { document, walk };
}
