import type { IToken } from 'chevrotain';

import type { Span } from '../base/text/source-text.js';
import { lex } from '../lexer/lex.js';
import {
  BinaryOperator,
  Equal,
  ExtendedNumber,
  Identifier,
  PlainNumber,
  PrefixOperator,
  SingleQuotedText,
  Text,
} from '../lexer/tokens.js';

export type TokenKind = 'name' | 'number' | 'text' | 'operator' | 'comment' | 'other';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly span: Span;
}

/** Tokens and comments of a text, in order. */
export function readTokens(text: string): Token[] {
  const { tokens, comments } = lex(text);
  const all = [
    ...tokens.map((token) => toToken(token, kindOf(token))),
    ...comments.map((token) => toToken(token, 'comment')),
  ];
  return all.sort((a, b) => a.span.start - b.span.start);
}

function toToken({ image, startOffset }: IToken, kind: TokenKind): Token {
  return { kind, text: image, span: { start: startOffset, end: startOffset + image.length } };
}

function kindOf({ tokenType }: IToken): TokenKind {
  if (tokenType === Identifier) return 'name';
  if (tokenType === PlainNumber || tokenType === ExtendedNumber) return 'number';
  if (tokenType === Text || tokenType === SingleQuotedText) return 'text';
  const categories = tokenType.CATEGORIES ?? [];
  const isOperator = categories.includes(BinaryOperator) || categories.includes(PrefixOperator);
  return isOperator || tokenType === Equal ? 'operator' : 'other';
}

/** Index of the token that holds an offset or ends at it; a name wins over what follows it. -1 where there is none. */
export function tokenIndexAt(tokens: readonly Token[], offset: number): number {
  const index = tokens.findIndex(({ span }) => span.start <= offset && offset <= span.end);
  const next = tokens[index + 1];
  const atBoundary = index >= 0 && tokens[index]!.span.end === offset;
  return atBoundary && next?.span.start === offset && next.kind === 'name' ? index + 1 : index;
}

/** The last token other than a comment that ends at or before an offset. */
export function tokenBefore(tokens: readonly Token[], offset: number): Token | undefined {
  return tokens.findLast(({ kind, span }) => kind !== 'comment' && span.end <= offset);
}

/** The comment in which something written at an offset would stand; a line comment reaches to the end of its line. */
export function commentAt(tokens: readonly Token[], offset: number): Token | undefined {
  return tokens.find(
    ({ kind, span, text }) =>
      kind === 'comment' &&
      span.start < offset &&
      (offset < span.end || (offset === span.end && !text.endsWith('*/'))),
  );
}
