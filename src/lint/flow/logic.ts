import type { Span } from '../../base/text/source-text.js';
import type { LogicalOperator } from '../../language/operators.js';
import type { Analysis } from './analysis.js';
import { merged } from './constraints.js';
import { unknown, type Constraint, type Facts, type WeekdayCondition } from './facts.js';
import type { Symbols } from './symbols.js';

/** `!x`. */
export function negated(analysis: Analysis, facts: Facts, symbol: number): Facts {
  const { weekday } = facts;
  const opposite =
    weekday === undefined ? undefined : { ...weekday, at0: !weekday.at0, at7: !weekday.at7 };
  if (weekday !== undefined && opposite !== undefined) {
    analysis.weekdays.delete(weekday);
    analysis.weekdays.add(opposite);
  }
  return {
    ...unknown,
    symbol,
    ...outcomeRange(truthOf(facts) === undefined ? undefined : !truthOf(facts)),
    known: facts.known,
    integer: true,
    truth: true,
    literal: facts.literal,
    constant: facts.constant,
    configured: facts.configured,
    whenTrue: facts.whenFalse,
    whenFalse: facts.whenTrue,
    weekday: opposite,
  };
}

/** Whether a value always counts as true or always as false; undefined where it depends. */
export function truthOf({ min, max, known }: Facts): boolean | undefined {
  if (!known) return undefined;
  if (min === 0 && max === 0) return false;
  return min > 0 || max < 0 ? true : undefined;
}

export function outcomeRange(outcome: boolean | undefined): {
  readonly min: number;
  readonly max: number;
} {
  return { min: outcome === true ? 1 : 0, max: outcome === false ? 0 : 1 };
}

/** Whether the constraints leave a symbol no value. */
function excludeEachOther({ ranges }: Symbols, constraints: readonly Constraint[]): boolean {
  return constraints.some(({ symbol, range }) => {
    const first = ranges.get(symbol);
    const min = Math.max(range.min, first?.min ?? -Infinity);
    return min > Math.min(range.max, first?.max ?? Infinity);
  });
}

/** A whole chain of `&&` or of `||`. */
export function combine(
  analysis: Analysis,
  operator: LogicalOperator,
  operands: readonly Facts[],
  span: Span,
): Facts {
  const all = operator === '&&';
  const symbol = analysis.symbols.of(operands.map((facts) => facts.symbol).join(operator));
  // For && what holds when it is true, for || what holds when it is false.
  const together = merged(operands.flatMap((facts) => (all ? facts.whenTrue : facts.whenFalse)));
  const truths = operands.map(truthOf);
  let outcome: boolean | undefined;
  if (truths.includes(!all)) outcome = !all;
  else if (truths.every((truth) => truth === all)) outcome = all;
  else if (excludeEachOther(analysis.symbols, together)) {
    outcome = !all;
    analysis.fixedLogic.push({ span, outcome });
  }
  return {
    ...unknown,
    symbol,
    ...outcomeRange(outcome),
    known: operands.every(({ known }) => known),
    integer: true,
    truth: true,
    literal: operands.every(({ literal }) => literal),
    constant: operands.every(({ constant }) => constant),
    configured: operands.some(({ configured }) => configured),
    whenTrue: all ? together : [],
    whenFalse: all ? [] : together,
    weekday: combineWeekdays(analysis, operator, operands, span),
  };
}

/** Conditions on one weekday count as one: `weekday >= 1 && weekday <= 5` says the same of either Sunday. */
function combineWeekdays(
  { weekdays }: Analysis,
  operator: LogicalOperator,
  operands: readonly Facts[],
  span: Span,
): WeekdayCondition | undefined {
  const conditions = operands.flatMap(({ weekday }) => weekday ?? []);
  const [first, second] = conditions;
  if (first === undefined || second === undefined) return undefined;
  if (conditions.some(({ symbol }) => symbol !== first.symbol)) return undefined;
  const both = (key: 'at0' | 'at7'): boolean =>
    operator === '&&'
      ? conditions.every((condition) => condition[key])
      : conditions.some((condition) => condition[key]);
  for (const condition of conditions) weekdays.delete(condition);
  const whole = conditions.length === operands.length;
  const reach = whole ? span : { start: first.span.start, end: conditions.at(-1)!.span.end };
  const combined = { symbol: first.symbol, at0: both('at0'), at7: both('at7'), span: reach };
  weekdays.add(combined);
  return whole ? combined : undefined;
}
