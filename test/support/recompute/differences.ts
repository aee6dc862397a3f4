import type { RunRecord } from '../../../src/simulator/index.js';
import type { Figures } from './recompute-record.js';

/** What of a record does not come from its event log, and why. Keys are paths; `*` stands for every member of a list. */
export const notFromLog: Readonly<Record<string, string>> = {
  version: 'says how to read the record',
  name: 'of the scenario',
  seed: 'of the scenario',
  startTime: 'of the scenario',
  notes: 'of the scenario',
  events: 'counts the work of the simulator',
  untriedOperations: 'of the scenario: what never happened is in no log',
  unverified: 'of the formulas, held by their own tests',
  cost: 'of the price book, held by its own tests',
  'end.reason': 'why the simulator stopped',
  'end.partial': 'why the simulator stopped',
  'end.stalledTasks': 'why the simulator stopped',
  'pools.*.resizeErrors': 'the event of a resize has a code only',
  'pools.*.autoScale.evaluationIntervalSeconds': 'of the scenario',
  'pools.*.autoScale.formula': 'of the scenario: a formula may stand without an evaluation',
  'pools.*.autoScale.runs.*.targetDedicatedNodes': 'the event has the result string only',
  'pools.*.autoScale.runs.*.targetLowPriorityNodes': 'the event has the result string only',
  'pools.*.autoScale.runs.*.nodeDeallocationOption': 'the event has the result string only',
};

/** Quantiles come from a histogram whose buckets are this narrow (design.md section 4). */
const histogramError = 0.001;

/** Where a record says something else than its event log: each a path with both values. Empty when all figures agree to the last digit. */
export function differences(record: RunRecord, recomputed: Figures): string[] {
  const found: string[] = [];
  compare(record, recomputed, [], found);
  return found;
}

function compare(said: unknown, known: unknown, path: readonly string[], found: string[]): void {
  const pattern = path.map((key) => (/^\d+$/.test(key) ? '*' : key)).join('.');
  if (Object.hasOwn(notFromLog, pattern)) return;
  if (isObject(said) && (isObject(known) || known === undefined)) {
    const other = known ?? {};
    for (const key of new Set([...Object.keys(said), ...Object.keys(other)])) {
      compare(member(said, key), member(other, key), [...path, key], found);
    }
    return;
  }
  const right = /^wait\.p\d+Seconds$/.test(pattern) ? isNear(said, known) : Object.is(said, known);
  if (!right) {
    found.push(`${path.join('.')}: record ${JSON.stringify(said)}, log ${JSON.stringify(known)}`);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function member(of: object, key: string): unknown {
  return (of as Readonly<Record<string, unknown>>)[key];
}

function isNear(said: unknown, known: unknown): boolean {
  if (typeof said !== 'number' || typeof known !== 'number') return said === known;
  return Math.abs(said - known) <= known * histogramError;
}
