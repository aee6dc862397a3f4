import type { IToken } from 'chevrotain';

import { Comma, Equal } from '../../lexer/tokens.js';
import { settled, type GapComments, type PlacedComment } from './gap-comments.js';

/** Where the comments of one statement are printed. */
export interface StatementComments {
  /** On lines before the statement, after what stands there already. */
  readonly before: readonly PlacedComment[];
  /** Inside, by the gap in which they stand or to which they move. */
  readonly inside: GapComments;
  /** After its semicolon, before what stands there already. */
  readonly after: readonly PlacedComment[];
}

/**
 * Places the comments between the first token of a statement and its semicolon (`end`). A comment that needs the end of a
 * line moves to the nearest gap where the layout can end one (`breakable`): past a `,`, the `;` or the `=` that follows,
 * otherwise back, so that a comment behind an operator goes before it. Comments never change their order; where one
 * of the statement needs the end of a line, none of it stays inline.
 */
export function placeComments(
  tokens: readonly IToken[],
  start: number,
  end: number,
  comments: GapComments,
  breakable: ReadonlySet<number>,
): StatementComments {
  const inner = new Map<number, readonly PlacedComment[]>();
  for (let gap = start + 1; gap < end; gap++) {
    const here = comments.get(gap);
    if (here !== undefined) inner.set(gap, here);
  }
  const after = (comments.get(end) ?? []).map(standingPlace);
  const all = [...inner.values()].flat();
  if (all.every(({ place }) => place === 'inline')) return { before: [], inside: inner, after };

  const before: PlacedComment[] = [];
  const moved = new Map<number, PlacedComment[]>();
  for (const [gap, here] of inner) {
    const standing = here.map(standingPlace);
    const target = breakable.has(gap) ? gap : targetOf(tokens, start, gap, breakable);
    if (target === start) before.push(...standing);
    else moved.set(target, [...(moved.get(target) ?? []), ...standing]);
  }
  const inside = new Map([...moved].map(([gap, here]) => [gap, settled(here)]));
  return { before, inside, after };
}

/** An inline comment has no line end after it: it joins the line of the token before it. */
function standingPlace(comment: PlacedComment): PlacedComment {
  return comment.place === 'inline' ? { ...comment, place: 'trailing' } : comment;
}

function targetOf(
  tokens: readonly IToken[],
  start: number,
  gap: number,
  breakable: ReadonlySet<number>,
): number {
  const following = tokens[gap]!.tokenType;
  if (following === Comma || following === Equal) return gap + 1;
  let target = gap;
  while (target > start && !breakable.has(target)) target--;
  return target;
}
