import type { IToken } from 'chevrotain';

import {
  LeftBracket,
  LeftParenthesis,
  Question,
  RightBracket,
  RightParenthesis,
  Semicolon,
} from '../lexer/tokens.js';

/**
 * The first token that opens a level beyond `limit`; undefined where there is none. A loop over tokens, because the parser
 * would overflow the stack. Levels are open parentheses and ternaries that have not ended; a ternary ends with the
 * parenthesis or the statement around it.
 */
export function tooDeepToken(tokens: readonly IToken[], limit: number): IToken | undefined {
  // Ternaries of the parentheses that are open around the current one.
  const outer: number[] = [];
  let ternaries = 0;
  let depth = 0;
  for (const token of tokens) {
    switch (token.tokenType) {
      case LeftParenthesis:
      case LeftBracket:
        outer.push(ternaries);
        ternaries = 0;
        depth++;
        break;
      case RightParenthesis:
      case RightBracket:
        if (outer.length === 0) break;
        depth -= ternaries + 1;
        ternaries = outer.pop()!;
        break;
      case Question:
        ternaries++;
        depth++;
        break;
      case Semicolon:
        outer.length = 0;
        ternaries = 0;
        depth = 0;
        break;
      default:
        break;
    }
    if (depth > limit) return token;
  }
  return undefined;
}
