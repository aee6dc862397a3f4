import { figureById } from '../../experiment/figures.js';
import { formatFigure } from '../format/figure-value.js';
import type { ShownAssertion } from '../shown-assertion.js';
import type { PageAssertion } from './page-data.js';

export function pageAssertions(
  assertions: readonly ShownAssertion[],
  currency: string | undefined,
): PageAssertion[] {
  return assertions.map(({ expression, figure, measured, holds, formula }) => ({
    expression,
    ...(formula === undefined ? {} : { formula }),
    measured:
      measured === null
        ? 'not measured'
        : formatFigure(figureById(figure)!.unit, measured, currency),
    holds,
  }));
}
