import type { FormulaDocument } from './formula-document.js';
import type { Span } from '../base/text/source-text.js';
import { commentAt, tokenBefore } from './tokens.js';

/** What may stand at the cursor. */
export type CompletionContext =
  /** In a comment, a string or a number: nothing. */
  | { readonly kind: 'nothing' }
  /** After a dot: methods of a sampled variable, members of a timestamp, or either where the receiver is not known. */
  | { readonly kind: 'access'; readonly receiver: 'metric' | 'timestamp' | 'unknown' }
  /** After `$NodeDeallocationOption =`. */
  | { readonly kind: 'deallocation' }
  /** Where a statement begins. */
  | { readonly kind: 'statement' }
  | { readonly kind: 'expression' };

export interface CompletionPlace {
  readonly context: CompletionContext;
  /** The name that is being written; what is chosen replaces it. */
  readonly replace: Span;
}

/** Reads what may stand at an offset from the tokens before it. */
export function completionPlace(document: FormulaDocument, offset: number): CompletionPlace {
  const { tokens } = document;
  const touching = tokens.find(({ span }) => span.start < offset && offset <= span.end);
  const isName = touching?.kind === 'name' || touching?.text === '$';
  const replace = isName ? touching.span : { start: offset, end: offset };
  const inText = touching?.kind === 'text' && offset < touching.span.end;
  if (inText || touching?.kind === 'number' || commentAt(tokens, offset) !== undefined) {
    return { context: { kind: 'nothing' }, replace };
  }
  return { context: contextBefore(document, replace.start), replace };
}

function contextBefore(document: FormulaDocument, offset: number): CompletionContext {
  const { tokens, names } = document;
  const previous = tokenBefore(tokens, offset);
  if (previous === undefined || previous.text === ';') return { kind: 'statement' };
  if (previous.text === '.') {
    const receiver = tokenBefore(tokens, previous.span.start);
    return { kind: 'access', receiver: receiverKind(document, receiver?.text) };
  }
  if (previous.text === '=' || previous.text === '?' || previous.text === ':') {
    const code = tokens.filter(({ kind, span }) => kind !== 'comment' && span.end <= offset);
    const begin = code.findLastIndex(({ text }) => text === ';') + 1;
    const assigned = code[begin];
    const assigns = code[begin + 1]?.text === '=';
    const row = assigned === undefined ? undefined : names.variable(assigned.text);
    if (assigns && row?.kind === 'deallocation') return { kind: 'deallocation' };
  }
  return { kind: 'expression' };
}

function receiverKind(
  { names, program }: FormulaDocument,
  receiver: string | undefined,
): 'metric' | 'timestamp' | 'unknown' {
  if (receiver === undefined) return 'unknown';
  if (receiver === ')') return 'timestamp';
  const row = names.variable(receiver);
  if (row !== undefined) return row.kind === 'sampled' ? 'metric' : 'unknown';
  const key = names.userKey(receiver);
  const assigned = program?.statements.findLast(
    (statement) =>
      statement.kind === 'assignment' &&
      statement.destination.kind === 'user' &&
      names.userKey(statement.destination.name) === key,
  );
  return assigned?.value.type === 'timestamp' ? 'timestamp' : 'unknown';
}
