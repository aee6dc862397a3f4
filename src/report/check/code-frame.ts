import type { Palette } from '../../base/diagnostics/render.js';
import type { LineTable, Span } from '../../base/text/source-text.js';
import { printable, textWidth } from '../terminal/text-width.js';

/** A range that a frame marks; the first one is what the finding is about. */
export interface Mark {
  readonly span: Span;
  readonly text: string;
}

/** Lines before and after the marked ones. */
const context = 2;

/** Longer lines are cut around their mark: JSON often has a formula on one line. */
const widestLine = 120;

const tab = '    ';

function shown(text: string): string {
  return printable(text.replaceAll('\t', tab));
}

interface LineMark extends Mark {
  readonly primary: boolean;
  readonly line: number;
  /** Offsets in the line. */
  readonly from: number;
  readonly to: number;
}

/** Source lines around marked ranges, each mark in a line of its own under its text; as wide characters stand in a terminal. */
export function codeFrame(
  lines: LineTable,
  marks: readonly Mark[],
  paint: (text: string) => string,
  palette: Palette,
): string[] {
  const placed = marks.map((mark, index) => lineMark(lines, mark, index === 0));
  const numbers = shownLines(lines, placed);
  const gutterWidth = String(numbers.at(-1)!).length;
  const gutter = (text: string): string => palette.faint(`${text.padStart(gutterWidth)} |`);
  const result = [gutter('')];
  let before = numbers[0]! - 1;
  for (const number of numbers) {
    if (number > before + 1) result.push(palette.faint('...'));
    before = number;
    const own = placed.filter(({ line }) => line === number);
    const text = lines.lineText(number);
    const [from, to] = window(text, own[0]);
    const head = from > 0 ? '…' : '';
    const tail = to < text.length ? '…' : '';
    const visible = shown(text.slice(from, to));
    result.push(`${gutter(String(number))} ${head}${visible}${tail}`.trimEnd());
    for (const mark of own) {
      const start = Math.min(Math.max(mark.from, from), to);
      const end = Math.min(Math.max(mark.to, start), to);
      const indent = ' '.repeat(textWidth(head + shown(text.slice(from, start))));
      const width = Math.max(1, textWidth(shown(text.slice(start, end))));
      const sign = (mark.primary ? '^' : '-').repeat(width);
      const label = mark.text === '' ? '' : ` ${printable(mark.text)}`;
      result.push(`${gutter('')} ${indent}${(mark.primary ? paint : palette.info)(sign + label)}`);
    }
  }
  return [...result, gutter('')];
}

function lineMark(lines: LineTable, mark: Mark, primary: boolean): LineMark {
  const { line, column } = lines.position(mark.span.start);
  const from = column - 1;
  const length = lines.lineText(line).length;
  const to = Math.min(length, from + mark.span.end - mark.span.start);
  return { ...mark, primary, line, from, to };
}

/** The marked lines in order, those around the first mark, and no others. */
function shownLines(lines: LineTable, marks: readonly LineMark[]): number[] {
  const { lineCount } = lines;
  const numbers = new Set(marks.map(({ line }) => line));
  const { line: first } = marks[0]!;
  for (let line = first - context; line <= first + context; line++) {
    // After the last line break comes a line of nothing.
    const isEnd = line === lineCount && lines.lineText(line) === '';
    if (line >= 1 && line <= lineCount && !isEnd) numbers.add(line);
  }
  return [...numbers].sort((a, b) => a - b);
}

function window(text: string, mark: LineMark | undefined): readonly [number, number] {
  if (text.length <= widestLine) return [0, text.length];
  const middle = mark === undefined ? 0 : mark.from;
  const from = Math.max(0, Math.min(middle - widestLine / 3, text.length - widestLine));
  return [
    wholeCharacter(text, Math.floor(from)),
    wholeCharacter(text, Math.floor(from) + widestLine),
  ];
}

/** Half of a surrogate pair is not shown. */
function wholeCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
