/** A text that was read, with the name that messages use for it (a path, `-` for standard input, or `inline formula`). */
export interface SourceText {
  readonly name: string;
  readonly text: string;
}

/** A half-open range of UTF-16 offsets in one source text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place for people: line and column start at 1, and a column counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Maps offsets of one text to lines and columns; built once, then each look-up is a binary search. */
export interface LineTable {
  position(offset: number): Position;
  /** Offset of the beginning of a line (numbered from 1); the end of the text where there is none. */
  lineStart(line: number): number;
  /** Text of a line (numbered from 1) without its line break. */
  lineText(line: number): string;
  readonly lineCount: number;
}

/**
 * Lines end at `\n` only, so that columns agree with the service: a carriage return counts as a character of its line
 * and a tab counts as one column (language.md section 10, Errors).
 */
export function createLineTable(text: string): LineTable {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);

  return {
    lineCount: starts.length,
    position(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - starts[low]! + 1 };
    },
    lineStart: (line) => starts[line - 1] ?? text.length,
    lineText(line) {
      const start = starts[line - 1];
      if (start === undefined) return '';
      const next = starts[line];
      return text.slice(start, next === undefined ? text.length : next - 1).replace(/\r$/, '');
    },
  };
}
