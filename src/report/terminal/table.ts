import type { Palette } from '../../base/diagnostics/render.js';
import { printable, textWidth } from './text-width.js';

export interface Column {
  readonly header: string;
  readonly align: 'left' | 'right';
}

/** A cell, painted after it was padded. */
export type Cell = string | { readonly text: string; readonly paint: (text: string) => string };

const gap = '  ';

/** An aligned table; the header is faint, lines have no trailing blanks. */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  palette: Palette,
  indent: string = '',
): string[] {
  const header = columns.map(({ header: text }): Cell => ({ text, paint: palette.faint }));
  const lines = [header, ...rows].map((row) => columns.map((_, i) => cellOf(row[i] ?? '')));
  const widths = columns.map((_, i) => Math.max(...lines.map((row) => textWidth(row[i]!.text))));
  return lines.map((row) => {
    const last = row.findLastIndex(({ text }) => text !== '');
    const cells = row.slice(0, last + 1).map(({ text, paint }, i) => {
      const padding = ' '.repeat(widths[i]! - textWidth(text));
      if (columns[i]!.align === 'right') return padding + paint(text);
      return i === last ? paint(text) : paint(text) + padding;
    });
    return indent + cells.join(gap);
  });
}

function cellOf(cell: Cell): { text: string; paint: (text: string) => string } {
  if (typeof cell === 'string') return { text: printable(cell), paint: (text) => text };
  return { text: printable(cell.text), paint: cell.paint };
}
