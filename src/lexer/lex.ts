import { Lexer, type IToken } from 'chevrotain';

import { allTokens } from './tokens.js';

export interface LexedText {
  readonly tokens: readonly IToken[];
  /** Line, block and hash comments in order; they are no tokens. */
  readonly comments: readonly IToken[];
}

const lexer = new Lexer(allTokens, {
  ensureOptimizations: true,
  positionTracking: 'onlyOffset',
});

/** Splits a formula into tokens. It never fails: a character that fits nowhere is a token of its own kind. */
export function lex(text: string): LexedText {
  const { tokens, groups } = lexer.tokenize(text);
  return { tokens, comments: groups['comments'] ?? [] };
}
