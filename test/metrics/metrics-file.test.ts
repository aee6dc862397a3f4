import { describe, expect, it } from 'vitest';

import { timestampFromParts } from '../../src/base/time/calendar.js';
import { readMetricsFile } from '../../src/metrics/metrics-file.js';
import { createSnapshot } from '../../src/metrics/metrics-snapshot.js';
import { latestSamples } from '../../src/metrics/sample-series.js';

const read = (text: string) => readMetricsFile({ name: 'm.yaml', text });
const now = timestampFromParts(2026, 3, 2, 9, 15);

describe('metrics file', () => {
  it('fills in what is absent: an empty pool with one slot, a sample each 30 seconds, no history', () => {
    const file = read('').value!;
    const view = createSnapshot({ ...file, now });
    expect(view).toMatchObject({
      currentDedicatedNodes: 0,
      targetLowPriorityNodes: 0,
      taskSlotsPerNode: 1,
      samplePeriod: 300_000_000,
    });
    expect(view.samples('$ActiveTasks')).toBeUndefined();
  });

  it('ends each series at now', () => {
    const file = read(
      'now: 2026-03-02T09:15:00Z\nseries: { $ActiveTasks: "1 2 _", $RunningTasks: [4, 5] }',
    );
    const view = createSnapshot({ ...file.value!, now: file.value!.now! });
    expect(view.now).toBe(now);
    expect(latestSamples(view.samples('$ActiveTasks')!, now, 9)).toEqual([1, 2]);
    expect(latestSamples(view.samples('$RunningTasks')!, now, 1)).toEqual([5]);
  });

  it('begins each series at start, and hides what comes after now', () => {
    const file = read('start: 2026-03-02T09:14:00Z\nseries: { $ActiveTasks: "1 2 3 4 5" }').value!;
    const view = createSnapshot({ ...file, now });
    expect(latestSamples(view.samples('$ActiveTasks')!, now, 9)).toEqual([1, 2, 3]);
  });

  it('reads 0x3 as four zeros, as the notation has it, and not as a hexadecimal number', () => {
    expect([...read('series: { $ActiveTasks: 0x3 }').value!.series]).toEqual([
      ['$ActiveTasks', [0, 0, 0, 0]],
    ]);
  });

  it('keeps the series of an old name under the current one', () => {
    const view = createSnapshot({ ...read('series: { $SampleTVMCount: 3 }').value!, now });
    expect(latestSamples(view.samples('$SampleNodeCount')!, now, 1)).toEqual([3]);
  });

  it.each([
    ['nwo: 1', 'there is no key nwo here; did you mean now?', 0],
    [
      'pool: { currentDedicatedNode: 1 }',
      'there is no key currentDedicatedNode here; did you mean currentDedicatedNodes?',
      8,
    ],
    [
      'pool: { taskSlotsPerNode: 0 }',
      'taskSlotsPerNode expects a whole number of at least 1, found 0',
      26,
    ],
    [
      'series: { $PendingTask: 1 }',
      'there is no key $PendingTask here; did you mean $PendingTasks?',
      10,
    ],
    [
      'series: { $PendingTasks: "1 a" }',
      'a is no element of a series; expected a form like 4, _, 0+10x5, 60x4 or _x3',
      28,
    ],
    ['samplePeriod: 30', 'samplePeriod expects a duration like PT30S, found 30', 14],
    ['now: soon', 'now expects an instant like 2026-03-02T09:15:00Z, found soon', 5],
    ['__proto__: 1', 'there is no key __proto__ here', 0],
  ])('refuses %s', (text, message, start) => {
    const { value, diagnostics } = read(text);
    expect(value).toBeUndefined();
    expect(diagnostics.map((each) => [each.message, each.span.start])).toEqual([[message, start]]);
  });
});
