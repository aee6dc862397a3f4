import { ticksPerMinute, ticksPerSecond } from '../../base/time/ticks.js';
import type { TypedExpression } from '../../checker/typed-program.js';
import { replace } from '../fix.js';
import type { Rule } from '../rule.js';

/** The number in `70 * TimeInterval_Second` where it looks like a percentage: no multiple of a usual length of time. */
function percentOf(expression: TypedExpression): number | undefined {
  if (expression.kind !== 'chain' || expression.links.length !== 1) return undefined;
  const parts = [expression.first, expression.links[0]!.right];
  const number = parts.find(({ kind }) => kind === 'number');
  const unit = parts.find(({ kind }) => kind === 'interval');
  if (number?.kind !== 'number' || unit?.kind !== 'interval') return undefined;
  const { value } = number;
  if (value < 10 || value > 100) return undefined;
  if (unit.value === ticksPerSecond) return value % 30 === 0 ? undefined : value;
  return unit.value === ticksPerMinute && value % 15 !== 0 ? value : undefined;
}

export const intervalWherePercentMeant: Rule = {
  id: 'interval-where-percent-meant',
  category: 'suspicious',
  level: 'warning',
  summary: 'the end of a window looks like a percentage that was multiplied by an interval',
  fixable: 'suggestion',
  since: '0.2.0',
  check: ({ flow: { samples } }) =>
    samples.flatMap(({ expression, ends }) => {
      const [first, second] = ends ?? [];
      const argument = expression.arguments[1];
      if (first?.ticks === undefined || second?.ticks === undefined) return [];
      if (argument === undefined || first.ticks <= second.ticks) return [];
      const percent = percentOf(argument);
      if (percent === undefined) return [];
      return [
        {
          span: argument.span,
          message: `this is the other end of the window, not a demand for ${percent} % of its samples`,
          help: `write ${percent} alone for the percentage`,
          fixes: [replace(`write ${percent}`, argument.span, `${percent}`, false)],
        },
      ];
    }),
};
