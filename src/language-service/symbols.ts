import type { Span } from '../base/text/source-text.js';
import type { FormulaDocument } from './formula-document.js';
import { tokenIndexAt, type Token } from './tokens.js';

/** What a name in a formula means. */
export type SymbolKind =
  'user' | 'variable' | 'function' | 'method' | 'member' | 'interval' | 'deallocation';

export interface Occurrence {
  readonly kind: SymbolKind;
  /** As written. */
  readonly name: string;
  /** Equal for all spellings of one thing. */
  readonly key: string;
  readonly span: Span;
  /** Whether it is assigned here. */
  readonly write: boolean;
}

/** Every name of a text, read from its tokens alone, so that a broken statement loses none. */
export function occurrences({ tokens, names }: FormulaDocument): Occurrence[] {
  const code = tokens.filter(({ kind }) => kind !== 'comment');
  return code.flatMap((token, at) => {
    if (token.kind !== 'name') return [];
    const write = code[at + 1]?.text === '=';
    const kind = kindOf(token, code[at - 1], code[at + 1]);
    const key = kind === 'user' ? names.userKey(token.text) : token.text;
    return [{ kind, name: token.text, key, span: token.span, write }];
  });

  function kindOf(
    { text }: Token,
    before: Token | undefined,
    after: Token | undefined,
  ): SymbolKind {
    if (before?.text === '.') {
      const called = after?.text === '(' || names.member(text) === undefined;
      return called ? 'method' : 'member';
    }
    if (after?.text === '(') return 'function';
    if (names.variable(text) !== undefined) return 'variable';
    if (names.interval(text) !== undefined) return 'interval';
    if (names.keyword(text) !== undefined && after?.text !== '=') return 'deallocation';
    return 'user';
  }
}

/** The name at an offset. */
export function occurrenceAt(document: FormulaDocument, offset: number): Occurrence | undefined {
  const token = document.tokens[tokenIndexAt(document.tokens, offset)];
  if (token?.kind !== 'name') return undefined;
  return occurrences(document).find(({ span }) => span.start === token.span.start);
}

/** All places of the name at an offset; empty where there is none. */
export function references(document: FormulaDocument, offset: number): Occurrence[] {
  const wanted = occurrenceAt(document, offset);
  if (wanted === undefined) return [];
  return occurrences(document).filter(
    ({ kind, key }) => kind === wanted.kind && key === wanted.key,
  );
}

/** The assignment that the value read at an offset comes from: the last one before it, else the first one. */
export function definition(document: FormulaDocument, offset: number): Span | undefined {
  const wanted = occurrenceAt(document, offset);
  if (wanted === undefined) return undefined;
  const writes = references(document, offset).filter(({ write }) => write);
  if (wanted.write) return wanted.span;
  return (writes.findLast(({ span }) => span.start < wanted.span.start) ?? writes[0])?.span;
}
