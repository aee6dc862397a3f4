import type { Span } from '../../base/text/source-text.js';
import type { MetricName, ScalarName, TargetName } from '../../language/variables.js';
import { anyNumber, type Range } from './range.js';

/** A set of task metrics, one bit each. */
export type TaskSet = number;

const taskBits: ReadonlyMap<string, TaskSet> = new Map<MetricName, TaskSet>([
  ['$ActiveTasks', 1],
  ['$RunningTasks', 2],
  ['$PendingTasks', 4],
  ['$SucceededTasks', 8],
  ['$FailedTasks', 16],
]);

/** The bit of a metric that counts tasks, 0 for any other. */
export function taskBit(metric: MetricName): TaskSet {
  return taskBits.get(metric) ?? 0;
}

/** `$PendingTasks` holds every task that `$ActiveTasks` and `$RunningTasks` hold. */
export function countsTwice(a: TaskSet, b: TaskSet): boolean {
  const part = taskBit('$ActiveTasks') | taskBit('$RunningTasks');
  const whole = taskBit('$PendingTasks');
  return ((a & whole) !== 0 && (b & part) !== 0) || ((b & whole) !== 0 && (a & part) !== 0);
}

/** Pool sizes that a value adds or subtracts: one bit each added, the same bits above `poolSizes` subtracted. */
export type PoolTerms = number;

const poolSizes = 4;
const addedMask = (1 << poolSizes) - 1;
const poolBits: ReadonlyMap<string, PoolTerms> = new Map<ScalarName | TargetName, PoolTerms>([
  ['$CurrentDedicatedNodes', 1],
  ['$CurrentLowPriorityNodes', 2],
  ['$TargetDedicatedNodes', 4],
  ['$TargetLowPriorityNodes', 8],
]);

export function poolTerm(name: string): PoolTerms {
  return poolBits.get(name) ?? 0;
}

/** Whether a current number of nodes and the target of the same kind are in it with opposite signs. */
export function mixesCurrentAndTarget(terms: PoolTerms): boolean {
  const opposed = (current: string, target: string): boolean => {
    const [c, t] = [poolTerm(current), poolTerm(target)];
    const [minusC, minusT] = [negateTerms(c), negateTerms(t)];
    return (
      ((terms & c) !== 0 && (terms & minusT) !== 0) || ((terms & t) !== 0 && (terms & minusC) !== 0)
    );
  };
  return (
    opposed('$CurrentDedicatedNodes', '$TargetDedicatedNodes') ||
    opposed('$CurrentLowPriorityNodes', '$TargetLowPriorityNodes')
  );
}

export function negateTerms(terms: PoolTerms): PoolTerms {
  return ((terms & addedMask) << poolSizes) | (terms >> poolSizes);
}

/** A range that a value has where a condition holds. */
export interface Constraint {
  readonly symbol: number;
  readonly range: Range;
  /** Whether the value cannot grow with the number of tasks there. */
  readonly bounded: boolean;
  /** Whether the range comes from a constant that a user variable names. */
  readonly configured: boolean;
}

/** Which samples a percentage was asked for: the metric and the window in ticks before now. */
export interface PercentReading {
  readonly metric: MetricName;
  readonly window: SampleWindow | undefined;
}

/** Ends of a window in ticks before now, the nearer one first; absent where they are no constants. */
export interface SampleWindow {
  readonly near: number;
  readonly far: number;
}

/** A condition on one weekday: what it says of Sunday under each of its two possible numbers. */
export interface WeekdayCondition {
  readonly symbol: number;
  readonly at0: boolean;
  readonly at7: boolean;
  readonly span: Span;
}

/** What is known of a value, whatever the samples are. Absent facts are facts that do not hold. */
export interface Facts extends Range {
  /** Values of one symbol are equal in each evaluation. */
  readonly symbol: number;
  /** False after a hole or an error: then nothing is known. */
  readonly known: boolean;
  readonly integer: boolean;
  /** The outcome of a comparison or of logic. */
  readonly truth: boolean;
  /** Only numbers that stand in the expression itself. */
  readonly literal: boolean;
  /** Only numbers, whether in place or by way of variables. */
  readonly constant: boolean;
  /** A constant that a user variable names takes part: whoever maintains the formula may change it. */
  readonly configured: boolean;
  /** Task metrics whose count the value follows. */
  readonly tasks: TaskSet;
  /** Task metrics that it follows with factor one. */
  readonly whole: TaskSet;
  /** Whether it has no upper bound while tasks arrive. */
  readonly grows: boolean;
  /** The quotient of a task count that it was computed from and not rounded since. */
  readonly quotient: Span | undefined;
  /** A sum in which the same tasks are counted twice. */
  readonly countedTwice: Span | undefined;
  readonly terms: PoolTerms;
  /** A sum of a current and a target number of nodes, one of them negative. */
  readonly mixed: Span | undefined;
  /** Targets of before this evaluation that it takes a part of, as `poolTerm` bits. */
  readonly decays: PoolTerms;
  /** Symbols of values that it is never greater than. */
  readonly atMost: readonly number[];
  readonly whenTrue: readonly Constraint[];
  readonly whenFalse: readonly Constraint[];
  /** The sample percentages that were added up to it: one, or several. */
  readonly percents: readonly PercentReading[];
  /** A reading of $CPUPercent, or a reduction of its samples. */
  readonly cpu: boolean;
  /** Length of an interval in ticks, where it is constant. */
  readonly ticks: number | undefined;
  readonly isWeekday: boolean;
  readonly weekday: WeekdayCondition | undefined;
}

const none: readonly never[] = [];

/** Of which nothing is known. */
export const unknown: Facts = {
  ...anyNumber,
  symbol: 0,
  known: false,
  integer: false,
  truth: false,
  literal: false,
  constant: false,
  configured: false,
  tasks: 0,
  whole: 0,
  grows: false,
  quotient: undefined,
  countedTwice: undefined,
  terms: 0,
  mixed: undefined,
  decays: 0,
  atMost: none,
  whenTrue: none,
  whenFalse: none,
  percents: none,
  cpu: false,
  ticks: undefined,
  isWeekday: false,
  weekday: undefined,
};
