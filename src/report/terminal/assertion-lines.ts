import type { Palette } from '../../base/diagnostics/render.js';
import { figureById } from '../../experiment/figures.js';
import { formatFigure } from '../format/figure-value.js';
import type { ShownAssertion } from '../shown-assertion.js';
import { renderTable } from './table.js';

export function assertionLines(
  assertions: readonly ShownAssertion[],
  palette: Palette,
  currency?: string,
): string[] {
  if (assertions.length === 0) return [];
  const rows = assertions.map(({ expression, figure, measured, holds, formula }) => {
    const shown =
      measured === null
        ? 'not measured'
        : `measured ${formatFigure(figureById(figure)!.unit, measured, currency)}`;
    return [
      holds ? 'holds' : { text: 'FAILS', paint: palette.error },
      expression,
      shown,
      formula ?? '',
    ];
  });
  const columns = ['assertion', '', '', ''].map((header) => ({ header, align: 'left' as const }));
  return ['', ...renderTable(columns, rows, palette)];
}
