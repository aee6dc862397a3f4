import type { Span } from '../../base/text/source-text.js';
import type { FormulaSyntax } from '../../parser/ast.js';
import { readIgnoreDirective, type IgnoreDirective } from './read-ignore-directive.js';

/** An ignore comment of a formula and the ranges in which findings must begin to be held back. */
export interface IgnoreComment extends IgnoreDirective {
  readonly span: Span;
  readonly covers: Span;
}

/** The ignore comments of a formula in the order of its text. */
export function ignoreComments({ source, statements, comments }: FormulaSyntax): IgnoreComment[] {
  const { text } = source;
  return comments.flatMap((comment) => {
    const directive = readIgnoreDirective(comment.text.replace(/^(?:\/\/|#|\/\*)/, ''));
    if (directive === undefined) return [];
    if (directive.scope === 'file') {
      return [{ ...directive, span: comment.span, covers: { start: 0, end: text.length + 1 } }];
    }
    const lineStart = text.lastIndexOf('\n', comment.span.start - 1) + 1;
    const alone = text.slice(lineStart, comment.span.start).trim() === '';
    const own = { start: lineStart, end: endOfLine(text, comment.span.end) + 1 };
    const covers = alone ? nextLine(text, comment.span.end, statements, comments) : own;
    return [{ ...directive, span: comment.span, covers }];
  });
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** The next line with a statement, to the end of the last statement that begins on it: a statement may have many lines. */
function nextLine(
  text: string,
  offset: number,
  statements: FormulaSyntax['statements'],
  comments: FormulaSyntax['comments'],
): Span {
  let start = afterWhiteSpace(text, offset);
  for (const { span } of comments) {
    if (span.start === start) start = afterWhiteSpace(text, span.end);
  }
  const lineEnd = endOfLine(text, start);
  const ends = statements
    .filter(({ span }) => span.start >= start && span.start <= lineEnd)
    .map(({ span }) => span.end);
  return { start, end: Math.max(lineEnd, ...ends) + 1 };
}

function afterWhiteSpace(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && /\s/.test(text[at]!)) at++;
  return at;
}
