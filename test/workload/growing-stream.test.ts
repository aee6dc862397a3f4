import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { growingStream, literalSource, type TaskStream } from '../../src/workload/index.js';

function streamOf(times: readonly number[], job: number): TaskStream {
  const tasks = times.map((submitTime, index) => ({
    id: `${job}-${index}`,
    submitTime,
    runTime: 1,
    requiredSlots: 1,
    exitCode: 0,
  }));
  return literalSource(tasks, job).open();
}

describe('a stream that grows', () => {
  it('without further jobs has the tasks that it began with', () => {
    const stream = growingStream(streamOf([1, 2], 3));
    expect(stream.next()).toMatchObject({ submitTime: 1, job: 3, index: 0 });
    expect(stream.next()).toMatchObject({ submitTime: 2, job: 3, index: 1 });
    expect(stream.next()).toBeUndefined();
    expect(stream.taskId(1)).toBe('3-1');
  });

  it('a task that was given last is still to come when an earlier one is added', () => {
    const stream = growingStream(streamOf([10], 0));
    stream.next();
    expect(stream.add(streamOf([2], 9), 5, 1)).toMatchObject({ submitTime: 7, job: 1 });
    expect(stream.next()).toMatchObject({ submitTime: 10, job: 0 });
    expect(stream.next()).toBeUndefined();
  });

  it('goes on after its end when tasks are added', () => {
    const stream = growingStream(streamOf([], 0));
    expect(stream.next()).toBeUndefined();
    expect(stream.add(streamOf([0], 0), 4, 1)).toMatchObject({ submitTime: 4, job: 1 });
    expect(stream.next()).toBeUndefined();
  });

  it('has all tasks in order of time, whatever is added when', () => {
    const times = fc.array(fc.nat(50), { maxLength: 8 });
    const additions = fc.array(times, { maxLength: 6 });
    fc.assert(
      fc.property(times, additions, (first, added) => {
        const stream = growingStream(streamOf(first, 0));
        const seen: number[] = [];
        let now = 0;
        let job = 0;
        let arrival = stream.next();
        while (arrival !== undefined || job < added.length) {
          if (job < added.length) {
            arrival = stream.add(streamOf(added[job]!, 0), now, job + 1);
            job++;
          }
          if (arrival === undefined) continue;
          expect(arrival.submitTime).toBeGreaterThanOrEqual(now);
          now = arrival.submitTime;
          seen.push(arrival.job);
          arrival = stream.next();
        }
        const counted = [first, ...added].map(({ length }) => length);
        expect(counted).toEqual(
          counted.map((_, index) => seen.filter((one) => one === index).length),
        );
      }),
    );
  });
});
