import type { IToken } from 'chevrotain';

import { BlockComment, HashComment } from './tokens.js';

export type CommentKind = 'line' | 'block' | 'hash';

export function commentKind(token: IToken): CommentKind {
  if (token.tokenType === BlockComment) return 'block';
  return token.tokenType === HashComment ? 'hash' : 'line';
}
