import type { Span } from '../../base/text/source-text.js';

/** One character that stands for a hole while its neighbourhood is read; of the private use area, so no formula has it. */
export const holeMark = '\uE000';

/** A range of the marked text that becomes one hole. */
export interface PlacedHole {
  readonly range: Span;
  /**
   * `value`: an identifier stands for it. `statements`: it stands where statements do, so a comment does where its line ends, and
   * nothing else where it does not. `comment`: it is part of a comment.
   */
  readonly role: 'value' | 'line-of-statements' | 'statements' | 'comment';
}

/**
 * Tokens that a hole can be part of: comments, strings, names and numbers. A hole inside a string or glued to a name makes the whole
 * string or name unknown.
 */
const tokens =
  /\/\/[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/)?|"[^"\n]*"|(?:\d+\.)?\$?[A-Za-z0-9_\uE000]+(?:(?<=\uE000)\.\d+)?|\s+|[^]/g;

/** Decides for each hole of a text (marked by `holeMark`) what stands for it. */
export function placeHoles(marked: string): readonly PlacedHole[] {
  const placed: PlacedHole[] = [];
  let before = ';';
  for (const match of marked.matchAll(tokens)) {
    const [token] = match;
    const range = { start: match.index, end: match.index + token.length };
    if (token.startsWith('//') || token.startsWith('/*')) {
      placed.push(...commentHoles(token, range.start));
      continue;
    }
    if (token.trim() === '') continue;
    const statementPlace = before === ';';
    before = token;
    if (!token.includes(holeMark)) continue;
    const onlyHoles = token.split(holeMark).join('') === '';
    placed.push(
      (statementPlace && onlyHoles ? statementHole(marked, range) : undefined) ?? {
        range,
        role: 'value',
      },
    );
    if (placed.at(-1)!.role !== 'value') before = ';';
  }
  return placed;
}

function commentHoles(comment: string, start: number): PlacedHole[] {
  return [...comment.matchAll(/\uE000/g)].map(({ index }) => ({
    range: { start: start + index, end: start + index + 1 },
    role: 'comment',
  }));
}

/** A hole at the place of a statement stands for statements where one ends after it; else it is the name that is assigned. */
function statementHole(marked: string, range: Span): PlacedHole | undefined {
  const after = /[ \t\r]*(?:;[ \t\r]*)?/y;
  after.lastIndex = range.end;
  const [rest] = after.exec(marked)!;
  const end = range.end + rest.length;
  const next = marked[end];
  const terminated = rest.includes(';');
  const whole = {
    start: range.start,
    end: terminated ? range.end + rest.indexOf(';') + 1 : range.end,
  };
  if (next === undefined || next === '\n') return { range: whole, role: 'line-of-statements' };
  if (terminated || /[$A-Za-z_]/.test(next)) return { range: whole, role: 'statements' };
  return undefined;
}
