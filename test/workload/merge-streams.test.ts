import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { literalSource, mergeSources, type TaskSource } from '../../src/workload/index.js';

interface Seen {
  readonly id: string;
  readonly submitTime: number;
  readonly job: number;
}

function drain(source: TaskSource): Seen[] {
  const stream = source.open();
  const seen: Seen[] = [];
  for (let task = stream.next(); task !== undefined; task = stream.next()) {
    seen.push({ id: stream.taskId(task.index), submitTime: task.submitTime, job: task.job });
  }
  return seen;
}

function sourceOf(times: readonly number[], job: number): TaskSource {
  const tasks = times.map((submitTime, index) => ({
    id: `${job}-${index}`,
    submitTime,
    runTime: 1,
    requiredSlots: 1,
    exitCode: 0,
  }));
  return literalSource(tasks, job);
}

describe('merged sources', () => {
  it('one source is handed through', () => {
    const source = sourceOf([1, 2], 0);
    expect(mergeSources([source])).toBe(source);
  });

  it('no source has no tasks', () => {
    expect(drain(mergeSources([]))).toEqual([]);
    expect(mergeSources([]).taskCount).toBe(0);
  });

  it('tasks of one instant come in the order of their sources', () => {
    const merged = mergeSources([sourceOf([5, 5], 0), sourceOf([1, 5], 1), sourceOf([5], 2)]);
    expect(drain(merged).map(({ id }) => id)).toEqual(['1-0', '0-0', '0-1', '1-1', '2-0']);
    expect(merged.taskCount).toBe(5);
  });

  it('the number of tasks is unknown where one source does not know its own', () => {
    const unknown: TaskSource = { open: () => sourceOf([1], 0).open() };
    expect(mergeSources([unknown, sourceOf([1], 1)]).taskCount).toBeUndefined();
  });

  it('equal all tasks sorted by submission and source, each time they are opened', () => {
    const times = fc.array(fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(fc.array(times, { minLength: 2, maxLength: 9 }), (lists) => {
        const sources = lists.map((list, job) => sourceOf(list, job));
        const merged = mergeSources(sources);
        const sorted = sources.flatMap(drain).toSorted((a, b) => a.submitTime - b.submitTime);
        expect(drain(merged)).toEqual(sorted);
        expect(drain(merged)).toEqual(sorted);
      }),
    );
  });
});
