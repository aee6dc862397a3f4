import { ticksPerDay } from '../../base/time/ticks.js';
import type { TypedExpression } from '../../checker/typed-program.js';
import { methods } from '../../language/methods.js';
import type { Analysis, Branch } from './analysis.js';
import { taskBit, unknown, type Facts, type SampleWindow } from './facts.js';
import type { Guard } from './flow.js';
import { notNegative } from './range.js';
import { readExpression } from './read-expression.js';

type Method = Extract<TypedExpression, { kind: 'method' }>;

/** The facts of a method call of a metric; notes every reading of samples. */
export function readMethod(analysis: Analysis, expression: Method, branch: Branch): Facts {
  const { symbols } = analysis;
  const values = expression.arguments.map((value) => readExpression(analysis, value, branch));
  const list = values.map(({ symbol }) => symbol).join(',');
  const symbol = symbols.of(`${expression.metric}.${expression.method}(${list})`);
  const base: Facts = { ...unknown, symbol, known: true };
  switch (expression.method) {
    case 'GetSample':
      noteSamples(analysis, expression, values, branch);
      return {
        ...base,
        ...notNegative,
        ...followedTasks(expression),
        cpu: expression.metric === '$CPUPercent',
      };
    case 'GetSamplePercent': {
      const window = windowOf(values);
      const percents = [{ metric: expression.metric, window }];
      analysis.percents.set(symbol, percents);
      return { ...base, min: 0, max: 100, percents };
    }
    case 'Count':
      return { ...base, ...notNegative, integer: true };
    case 'GetSamplePeriod':
    case 'HistoryBeginTime':
      return base;
  }
}

function followedTasks({ metric }: Method): Pick<Facts, 'tasks' | 'whole' | 'grows'> {
  const tasks = taskBit(metric);
  return { tasks, whole: tasks, grows: tasks !== 0 };
}

/** The window between two ends in either order (language.md section 5), or from one end to now. */
function windowOf(ends: readonly Facts[]): SampleWindow | undefined {
  const [first, second] = ends.map(({ ticks }) => ticks);
  if (first === undefined) return undefined;
  if (ends.length === 1) return { near: 0, far: first };
  if (second === undefined) return undefined;
  return { near: Math.min(first, second), far: Math.max(first, second) };
}

function noteSamples(
  analysis: Analysis,
  expression: Method,
  values: readonly Facts[],
  branch: Branch,
): void {
  const overload = expression.overload ?? overloadByTypes(expression);
  const guards = guardsOf(analysis, branch);
  if (overload === undefined) return;
  const names = methods.GetSample.signatures[overload]!.parameters.map(({ name }) => name);
  const named = (name: string): Facts | undefined => values[names.indexOf(name)];
  if (overload === 0) {
    analysis.samples.push({ expression, count: values[0]!, isWindow: false, guards });
    return;
  }
  const ends = [named('start'), named('end')].filter((end) => end !== undefined);
  const window = windowOf(ends);
  const percent = named('samplePercent');
  analysis.samples.push({
    expression,
    isWindow: true,
    guards,
    ...(window && { window }),
    ...(ends.length === 2 && { ends: [ends[0]!, ends[1]!] as const }),
    ...(percent && { percent }),
  });
}

/** A hole among the arguments leaves the overload open; the types beside it may settle it. */
function overloadByTypes({ arguments: values }: Method): number | undefined {
  const types = values.map(({ type }) => type);
  if (types.length === 1) {
    if (types[0] === 'double') return 0;
    return types[0] === 'timeinterval' || types[0] === 'timestamp' ? 1 : undefined;
  }
  return undefined;
}

/** Percentages that the branch keeps away from 0. */
function guardsOf({ percents }: Analysis, branch: Branch): readonly Guard[] {
  return branch.flatMap(({ symbol, range }) => {
    const asked = percents.get(symbol);
    if (asked === undefined || range.min <= 0) return [];
    return asked.map(({ metric, window }) => ({ metric, window, least: range.min }));
  });
}

/** Whether two constant windows are the same; windows of unknown ends may be. */
export function mayBeSameWindow(a: SampleWindow | undefined, b: SampleWindow | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  return a.near === b.near && a.far === b.far;
}

/** The length of a window in seconds. */
export function windowSeconds({ near, far }: SampleWindow): number {
  return ((far - near) / ticksPerDay) * 86_400;
}
