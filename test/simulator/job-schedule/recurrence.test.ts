import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { nextJob, type Schedule } from '../../../src/simulator/job-schedule/recurrence.js';
import { minutes } from '../../support/simulation-input.js';

/** Times in minutes at which jobs are created, when each is active for the minutes given, one after the other. */
function creations(schedule: Schedule, activeFor: readonly number[]): number[] {
  const times: number[] = [];
  let last = -1;
  let from = 0;
  for (const minutesActive of activeFor) {
    const job = nextJob(schedule, last, from);
    if (job === undefined) break;
    times.push(job.at / minutes(1));
    last = job.recurrence;
    from = job.at + minutes(minutesActive);
  }
  return times;
}

const hourly: Schedule = { doNotRunUntil: 0, recurrenceInterval: minutes(60) };

describe('the jobs of a schedule (service.md section 3.6)', () => {
  it('a schedule without recurrenceInterval has one job', () => {
    expect(creations({ doNotRunUntil: 0 }, [10, 10])).toEqual([0]);
  });

  it('doNotRunUntil: no job is created before it, and recurrences count from it', () => {
    expect(creations({ ...hourly, doNotRunUntil: minutes(5) }, [10, 10, 10])).toEqual([5, 65, 125]);
  });

  it('doNotRunAfter: no job is created later', () => {
    expect(creations({ ...hourly, doNotRunAfter: minutes(120) }, [9, 9, 9, 9])).toEqual([
      0, 60, 120,
    ]);
    expect(creations({ ...hourly, doNotRunAfter: minutes(119) }, [9, 9, 9])).toEqual([0, 60]);
  });

  it('doNotRunAfter: nor is a job that was due before and could not be created in time', () => {
    expect(creations({ ...hourly, doNotRunAfter: minutes(70) }, [80, 9])).toEqual([0]);
  });

  it('a recurrence that falls due while the previous job is active waits until that job ends', () => {
    expect(creations(hourly, [75, 10, 10])).toEqual([0, 75, 120]);
  });

  it('startWindow: it waits only so long; then the opportunity is lost', () => {
    const schedule = { ...hourly, startWindow: minutes(15) };
    expect(creations(schedule, [75, 10])).toEqual([0, 75]);
    expect(creations(schedule, [76, 10])).toEqual([0, 120]);
  });

  it('nothing is carried into the next interval: of several missed recurrences the latest is made up for', () => {
    expect(creations(hourly, [200, 10, 10])).toEqual([0, 200, 240]);
  });

  it('a startWindow as long as the interval, or longer, is the same as an infinite one', () => {
    const active = [75, 200, 10, 119, 60, 61];
    for (const startWindow of [minutes(60), minutes(600)]) {
      expect(creations({ ...hourly, startWindow }, active)).toEqual(creations(hourly, active));
    }
  });

  it('a job that ends as the next recurrence falls due is followed at once', () => {
    expect(creations(hourly, [60, 60, 1])).toEqual([0, 60, 120]);
  });

  it('is what asking every minute gives', () => {
    const schedules = fc.record(
      {
        doNotRunUntil: fc.nat(100).map(minutes),
        doNotRunAfter: fc.nat(600).map(minutes),
        startWindow: fc.integer({ min: 1, max: 90 }).map(minutes),
        recurrenceInterval: fc.integer({ min: 1, max: 80 }).map(minutes),
      },
      { requiredKeys: ['doNotRunUntil'] },
    );
    const lengths = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(schedules, lengths, (schedule, activeFor) => {
        expect(creations(schedule, activeFor)).toEqual(everyMinute(schedule, activeFor));
      }),
    );
  });

  it('two creations are an interval apart, unless one was carried within its startWindow (section 14)', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 59 }), lengths, (window, activeFor) => {
        const times = creations({ ...hourly, startWindow: minutes(window) }, activeFor);
        for (const [index, time] of times.entries()) {
          const previous = times[index - 1];
          if (previous === undefined || time - previous >= 60) continue;
          expect(previous % 60).toBeGreaterThan(0);
          expect(previous % 60).toBeLessThanOrEqual(window);
        }
      }),
    );
  });
});

/** Keeps the one open opportunity of a schedule and looks at it every minute. */
function everyMinute(schedule: Schedule, activeFor: readonly number[]): number[] {
  const inMinutes = (quanta: number | undefined): number => (quanta ?? Infinity) / minutes(1);
  const first = inMinutes(schedule.doNotRunUntil);
  const interval = inMinutes(schedule.recurrenceInterval);
  const times: number[] = [];
  let opportunity: number | undefined;
  let activeUntil = 0;
  for (let now = 0; now < 3000 && times.length < activeFor.length; now++) {
    const isDue =
      interval === Infinity ? now === first : now >= first && (now - first) % interval === 0;
    if (isDue) opportunity = now;
    if (opportunity !== undefined && now - opportunity > inMinutes(schedule.startWindow)) {
      opportunity = undefined;
    }
    if (now > inMinutes(schedule.doNotRunAfter)) break;
    if (opportunity === undefined || now < activeUntil) continue;
    opportunity = undefined;
    activeUntil = now + activeFor[times.length]!;
    times.push(now);
  }
  return times;
}
