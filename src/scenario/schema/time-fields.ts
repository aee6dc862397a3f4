import { z } from 'zod';

import { isNumber, isString, oneOf } from '../../base/document/schema-parts.js';
import { parseIsoDuration, parseIsoInstant } from '../../base/time/iso8601.js';
import { quantaPerSecond, secondsToQuanta, type Quanta } from '../../base/time/quanta.js';
import { ticksPerQuantum, type Timestamp } from '../../base/time/ticks.js';

/** Durations up to 3,000 years: beyond, quanta of 0.25 ms are no longer exact sums. */
const secondsLimit = 1e11;

const expectedDuration = 'a duration such as PT5M, or seconds';
const expectedInstant = 'a time such as 2026-03-02T08:00:00Z';

/**
 * Quanta of a duration in ISO 8601, or in the form `0:15:00` in which the Azure command line prints them; undefined for other
 * texts.
 */
export function parseDuration(text: string): Quanta | undefined {
  const clock = /^(\d{1,4}):([0-5]\d):([0-5]\d)$/.exec(text);
  if (clock !== null) {
    return (Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3])) * quantaPerSecond;
  }
  const ticks = parseIsoDuration(text);
  if (ticks === undefined) return undefined;
  const quanta = Math.floor(ticks / ticksPerQuantum + 0.5);
  return quanta > secondsLimit * quantaPerSecond ? undefined : quanta;
}

const durationText: z.ZodType<Quanta> = z.string().transform((text, context) => {
  const quanta = parseDuration(text);
  if (quanta !== undefined) return quanta;
  context.addIssue({ code: 'custom', message: expectedDuration });
  return z.NEVER;
});

/** A duration, in quanta once read; texts are ISO 8601, numbers are seconds. */
export function durationField(): z.ZodType<Quanta> {
  return oneOf(expectedDuration, [
    {
      when: isNumber,
      schema: z
        .number()
        .min(0, { error: `${expectedDuration}, not negative` })
        .max(secondsLimit)
        .transform(secondsToQuanta),
    },
    { when: isString, schema: durationText },
  ]);
}

/** An instant; texts that name no zone are in UTC. */
export function instantField(): z.ZodType<Timestamp> {
  return z.string({ error: expectedInstant }).transform((text, context) => {
    const instant = parseIsoInstant(text);
    if (instant !== undefined) return instant;
    context.addIssue({ code: 'custom', message: expectedInstant });
    return z.NEVER;
  });
}

/** A point of the run: so long after its start, or an instant. */
export type Moment =
  | { readonly kind: 'duration'; readonly duration: Quanta }
  | { readonly kind: 'instant'; readonly instant: Timestamp };

const expectedMoment =
  'a duration since the start such as PT5M, seconds, or a time such as 2026-03-02T08:00:00Z';

export function momentField(): z.ZodType<Moment> {
  return oneOf(expectedMoment, [
    {
      when: isNumber,
      schema: z
        .number()
        .min(0, { error: `${expectedMoment}, not negative` })
        .max(secondsLimit)
        .transform((seconds): Moment => ({ kind: 'duration', duration: secondsToQuanta(seconds) })),
    },
    {
      when: isString,
      schema: z.string().transform((text, context): Moment => {
        const duration = parseDuration(text);
        if (duration !== undefined) return { kind: 'duration', duration };
        const instant = parseIsoInstant(text);
        if (instant !== undefined) return { kind: 'instant', instant };
        context.addIssue({ code: 'custom', message: expectedMoment });
        return z.NEVER;
      }),
    },
  ]);
}

/** When a run ends, as a scenario writes it. */
export type UntilFile =
  | { readonly kind: 'drained' }
  | { readonly kind: 'duration'; readonly duration: Quanta }
  | { readonly kind: 'instant'; readonly instant: Timestamp };

const expectedUntil = 'drained, a duration such as P7D, or a time such as 2026-03-02T08:00:00Z';

export function untilField(): z.ZodType<UntilFile> {
  return z.string({ error: expectedUntil }).transform((text, context): UntilFile => {
    if (text === 'drained') return { kind: 'drained' };
    const duration = parseDuration(text);
    if (duration !== undefined && duration > 0) return { kind: 'duration', duration };
    const instant = parseIsoInstant(text);
    if (instant !== undefined) return { kind: 'instant', instant };
    context.addIssue({ code: 'custom', message: expectedUntil });
    return z.NEVER;
  });
}
