import fc from 'fast-check';
import { expect, it } from 'vitest';

import { createRandomStream } from '../../../src/base/random/random-stream.js';
import {
  allNeedMoreThan,
  appendTask,
  createTaskQueue,
  queuedTasks,
  returnTask,
  takeTask,
} from '../../../src/simulator/scheduler/task-queue.js';
import { allocateTask, createTaskStore } from '../../../src/simulator/task/task-store.js';

type Step =
  | { readonly kind: 'arrive'; readonly slots: number }
  | { readonly kind: 'take'; readonly free: number }
  | { readonly kind: 'return' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('arrive' as const), slots: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('take' as const), free: fc.integer({ min: 0, max: 4 }) }),
  fc.constant({ kind: 'return' as const }),
);

it('gives the task that was submitted first among those that fit, also after returns', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const store = createTaskStore();
      const queue = createTaskQueue('none', createRandomStream('1', 'job-choice'));
      let waiting: number[] = [];
      const out: number[] = [];
      let count = 0;
      for (const action of steps) {
        if (action.kind === 'arrive') {
          const task = allocateTask(store);
          store.number[task] = count++;
          store.requiredSlots[task] = action.slots;
          store.job[task] = 0;
          appendTask(queue, store, task, 0);
          waiting.push(task);
        } else if (action.kind === 'return') {
          const task = out.pop();
          if (task === undefined) continue;
          returnTask(queue, store, task, 0);
          waiting.push(task);
        } else {
          const fitting = waiting
            .filter((task) => store.requiredSlots[task]! <= action.free)
            .toSorted((a, b) => store.number[a]! - store.number[b]!);
          const expected = fitting[0] ?? -1;
          expect(takeTask(queue, store, action.free)).toBe(expected);
          if (expected >= 0) {
            out.push(expected);
            waiting = waiting.filter((task) => task !== expected);
          }
        }
        expect(queue.length).toBe(waiting.length);
        expect(allNeedMoreThan(queue, 2)).toBe(
          waiting.every((task) => store.requiredSlots[task]! > 2),
        );
      }
      expect(queuedTasks(queue, store, 1000)).toEqual(
        waiting.toSorted((a, b) => store.number[a]! - store.number[b]!),
      );
    }),
  );
});
