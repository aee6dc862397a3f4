import type { StatementValues } from '../../formula-test/test-report.js';
import type { TestedFormula } from '../../formula-test/test-suite.js';
import { createLineTable } from '../../base/text/source-text.js';

interface Item {
  /** Column from 0. */
  readonly column: number;
  readonly text: string;
}

const longestValue = 60;

/** A long vector shows its first elements and says how many follow. */
function shownValue(value: string): string {
  if (value.length <= longestValue) return value;
  if (!value.startsWith('[')) return `${value.slice(0, longestValue)}...`;
  const elements = value.slice(1, -1).split(',');
  const shown = elements.slice(0, 6);
  return `[${shown.join(',')},... ${elements.length - shown.length} more]`;
}

function write(row: string, column: number, text: string): string {
  const padded = row.padEnd(column);
  return padded.slice(0, column) + text + padded.slice(column + text.length);
}

/** Values under their columns: a row of bars, then each value in the first row that has room for it. */
function valueRows(items: readonly Item[]): readonly string[] {
  const bars = items.reduce((row, { column }) => write(row, column, '|'), '');
  const rows: string[] = [];
  const taken: number[] = [];
  for (const { column, text } of items.toReversed()) {
    const free = taken.findIndex((begin) => column + text.length < begin);
    const chosen = free < 0 ? rows.length : free;
    for (let above = 0; above < chosen; above++) {
      rows[above] = write(rows[above]!, column, '|');
      taken[above] = column;
    }
    rows[chosen] = write(rows[chosen] ?? '', column, text);
    taken[chosen] = column;
  }
  return items.length === 0 ? [] : [bars, ...rows];
}

/** One item a column; of several the outermost, which comes last. */
function itemsOfLine(all: readonly Item[]): readonly Item[] {
  const byColumn = new Map(all.map((item) => [item.column, item]));
  return [...byColumn.values()].sort((a, b) => a.column - b.column);
}

/** A statement with the values of its parts under them, line by line; line numbers are those of the file that holds it. */
export function valueDiagram(
  formula: TestedFormula,
  { span, values }: StatementValues,
): readonly string[] {
  const table = createLineTable(formula.source.text);
  const hostTable = createLineTable(formula.host.text);
  const first = table.position(span.start).line;
  const last = table.position(span.end).line;
  const lines = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const hostLine = (line: number): number => {
    const offset = formula.hostOffset(line === first ? span.start : table.lineStart(line));
    return offset === undefined ? line : hostTable.position(offset).line;
  };
  const width = String(hostLine(last)).length;
  return lines.flatMap((line) => {
    const items = values
      .map(({ anchor, value }) => ({ place: table.position(anchor), text: shownValue(value) }))
      .filter(({ place }) => place.line === line)
      .map(({ place, text }) => ({ column: place.column - 1, text }));
    const number = String(hostLine(line)).padStart(width);
    const gutter = `${' '.repeat(width)} | `;
    return [
      `${number} | ${table.lineText(line).replaceAll('\t', ' ')}`.trimEnd(),
      ...valueRows(itemsOfLine(items)).map((row) => (gutter + row).trimEnd()),
    ];
  });
}
