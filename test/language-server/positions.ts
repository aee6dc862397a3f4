import type { Range, TextEdit } from 'vscode-languageserver-protocol';

/** The offset of a position: its line, and UTF-16 units in the line. */
function offsetOf(text: string, { line, character }: Range['start']): number {
  const lines = text.split('\n');
  return lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
}

/** The range of the n-th occurrence of a text, from 0. */
export function rangeOf(text: string, part: string, occurrence = 0): Range {
  let start = -1;
  for (let i = 0; i <= occurrence; i++) start = text.indexOf(part, start + 1);
  if (start < 0) throw new Error(`${part} does not occur in the text`);
  const position = (offset: number): Range['start'] => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1)!.length };
  };
  return { start: position(start), end: position(start + part.length) };
}

export function textAt(text: string, { start, end }: Range): string {
  return text.slice(offsetOf(text, start), offsetOf(text, end));
}

/** The text after edits that do not overlap, as a client makes them. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => offsetOf(text, b.range.start) - offsetOf(text, a.range.start))
    .reduce(
      (result, { range, newText }) =>
        result.slice(0, offsetOf(text, range.start)) +
        newText +
        result.slice(offsetOf(text, range.end)),
      text,
    );
}
