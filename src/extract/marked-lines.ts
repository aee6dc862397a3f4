import { isMarker } from './names.js';

/**
 * Lines (numbered from 0) that a marker comment announces: the next line that is no comment, and the line of the comment itself.
 * `commentStart` matches the beginning of a line that is only a comment.
 */
export function markedLines(text: string, commentStart: RegExp): ReadonlySet<number> {
  const marked = new Set<number>();
  if (!isMarker(text)) return marked;
  const lines = text.split('\n');
  for (const [number, line] of lines.entries()) {
    if (!isMarker(line)) continue;
    marked.add(number);
    let next = number + 1;
    while (next < lines.length && (lines[next]!.trim() === '' || commentStart.test(lines[next]!))) {
      next++;
    }
    marked.add(next);
  }
  return marked;
}
