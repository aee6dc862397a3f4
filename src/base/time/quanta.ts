/**
 * Simulated time is a whole number of quanta of 0.25 ms since the start of the run, held in a double: sums are exact and
 * do not depend on their order, and 2^53 quanta are 71,000 years.
 */
export type Quanta = number;

export const quantaPerSecond = 4000;
export const quantaPerMillisecond = 4;
export const quantaPerHour: number = 3600 * quantaPerSecond;

/** Rounds to the nearest quantum, halves upwards. */
export function secondsToQuanta(seconds: number): Quanta {
  return Math.floor(seconds * quantaPerSecond + 0.5);
}

export function quantaToSeconds(quanta: Quanta): number {
  return quanta / quantaPerSecond;
}
