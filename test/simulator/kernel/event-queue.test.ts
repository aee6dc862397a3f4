import fc from 'fast-check';
import { expect, it } from 'vitest';

import { classOf, eventKinds } from '../../../src/simulator/kernel/event-kind.js';
import {
  bringForward,
  countPending,
  createEventQueue,
  pushEvent,
  takeEvent,
  timeOfEvent,
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

it('takes an event that was brought forward at its new time', () => {
  const earlier = fc.array(fc.tuple(event, fc.nat(5)), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(earlier, fc.array(fc.nat(299)), fc.boolean(), (events, chosen, isVacant) => {
      const queue = createEventQueue();
      const orders = events.map(([{ at, kind, subject }]) => pushEvent(queue, at, kind, subject));
      const expected = events.map(([one]) => ({ ...one }));
      if (isVacant) {
        pushEvent(queue, -1, kindIds[0]!, 0);
        takeEvent(queue);
      }
      for (const kind of kindIds) {
        expect(countPending(queue, kind)).toBe(expected.filter((one) => one.kind === kind).length);
      }
      for (const choice of chosen) {
        const i = choice % events.length;
        expected[i]!.at = Math.min(expected[i]!.at, events[i]![1]);
        bringForward(queue, orders[i]!, expected[i]!.at);
      }
      expect(drain(queue)).toEqual(
        expected.toSorted((a, b) => a.at - b.at || classOf(a.kind) - classOf(b.kind)),
      );
    }),
  );
});

it('tells when each pending event is due, also right after another was taken', () => {
  const queue = createEventQueue();
  const times = [5, 3, 9, 7];
  const orders = times.map((at) => pushEvent(queue, at, kindIds[0]!, 0));
  takeEvent(queue);
  for (const i of [0, 2, 3]) expect(timeOfEvent(queue, orders[i]!)).toBe(times[i]);
});

it('has a number of its own for every kind', () => {
  expect(new Set(kindIds).size).toBe(kindIds.length);
});
