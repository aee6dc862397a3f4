import fc from 'fast-check';
import { expect, it } from 'vitest';

import { classOf, eventKinds } from '../../../src/simulator/kernel/event-kind.js';
import {
  createEventQueue,
  pushEvent,
  takeEvent,
  type EventQueue,
} from '../../../src/simulator/kernel/event-queue.js';

const kindIds = Object.values(eventKinds).map((kind) => kind.id);

interface Pushed {
  readonly at: number;
  readonly kind: number;
  readonly subject: number;
}

function drain(queue: EventQueue): Pushed[] {
  const taken: Pushed[] = [];
  while (queue.size > 0) {
    takeEvent(queue);
    taken.push({ at: queue.takenTime, kind: queue.takenKind, subject: queue.takenSubject });
  }
  return taken;
}

const event = fc.record({
  at: fc.integer({ min: 0, max: 5 }),
  kind: fc.constantFrom(...kindIds),
  subject: fc.integer({ min: 0, max: 134_217_727 }),
});

it('takes events by time, then class, then order of insertion', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 3000 }), (events) => {
      const queue = createEventQueue();
      for (const { at, kind, subject } of events) pushEvent(queue, at, kind, subject);
      const expected = events.toSorted((a, b) => a.at - b.at || classOf(a.kind) - classOf(b.kind));
      expect(drain(queue)).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});

it('stays in order when events are added while others are taken', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(event, fc.boolean())), (steps) => {
      const queue = createEventQueue();
      let last = -1;
      for (const [{ at, kind, subject }, take] of steps) {
        pushEvent(queue, Math.max(at, last), kind, subject);
        if (take) {
          takeEvent(queue);
          expect(queue.takenTime).toBeGreaterThanOrEqual(last);
          last = queue.takenTime;
        }
      }
    }),
  );
});

it('has a number of its own for every kind', () => {
  expect(new Set(kindIds).size).toBe(kindIds.length);
});
