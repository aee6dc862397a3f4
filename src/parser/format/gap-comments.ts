import type { IToken } from 'chevrotain';

import type { Comment } from '../ast.js';

/**
 * A comment with what its surroundings in the text say about its place: `inline` stands on one line before the token that
 * follows it, `trailing` on the line of the token before it, `own` on a line of its own.
 */
export interface PlacedComment {
  readonly text: string;
  readonly place: 'inline' | 'trailing' | 'own';
  /** Whether the text has an empty line before it. */
  readonly blankBefore: boolean;
  /** Nothing else fits on its line after it. */
  readonly endsLine: boolean;
}

/** Comments by gap: gap i is the place before token i, and the last one the place after all tokens. */
export type GapComments = ReadonlyMap<number, readonly PlacedComment[]>;

const blankLine = /\n[ \t\r]*\n/;

export interface Gaps {
  readonly comments: GapComments;
  /** Whether an empty line stands directly before a token. */
  blankBefore(token: number): boolean;
}

/** Finds the gap and the place of every comment. Line comments lose the white space at their end, and nothing else. */
export function findGaps(
  text: string,
  tokens: readonly IToken[],
  comments: readonly Comment[],
): Gaps {
  const byGap = new Map<number, PlacedComment[]>();
  const endOfPrevious = new Map<number, number>();
  let gap = 0;
  for (const [index, comment] of comments.entries()) {
    while (gap < tokens.length && tokens[gap]!.startOffset < comment.span.start) gap++;
    const token = gap > 0 ? tokens[gap - 1]! : undefined;
    const tokenEnd = token === undefined ? 0 : token.startOffset + token.image.length;
    const end = Math.max(comments[index - 1]?.span.end ?? 0, tokenEnd);
    const following = tokens[gap];
    const sameLineAsPrevious =
      token !== undefined && !text.slice(tokenEnd, comment.span.start).includes('\n');
    const sameLineAsFollowing =
      following !== undefined &&
      !text.slice(comment.span.start, following.startOffset).includes('\n');
    const placed: PlacedComment = {
      text: comment.kind === 'line' ? comment.text.trimEnd() : comment.text.replace(/\r\n/g, '\n'),
      place: sameLineAsFollowing ? 'inline' : sameLineAsPrevious ? 'trailing' : 'own',
      blankBefore: blankLine.test(text.slice(end, comment.span.start)),
      endsLine: comment.kind === 'line' || comment.text.includes('\n'),
    };
    byGap.set(gap, [...(byGap.get(gap) ?? []), placed]);
    endOfPrevious.set(gap, comment.span.end);
  }
  return {
    comments: byGap,
    blankBefore(token) {
      const previous = tokens[token - 1];
      const tokenEnd = previous === undefined ? 0 : previous.startOffset + previous.image.length;
      const from = endOfPrevious.get(token) ?? tokenEnd;
      return blankLine.test(text.slice(from, tokens[token]!.startOffset));
    },
  };
}

/**
 * The comments of one place after several gaps have met in it: a trailing comment behind one that ends its line gets a
 * line of its own.
 */
export function settled(comments: readonly PlacedComment[]): readonly PlacedComment[] {
  let sameLine = true;
  return comments.map((comment) => {
    const trailing = sameLine && comment.place === 'trailing';
    sameLine = trailing && !comment.endsLine;
    return trailing ? comment : { ...comment, place: 'own' };
  });
}
