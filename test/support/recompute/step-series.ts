/** A level that changes by `by` at time `at`. Times are quanta. */
export interface Change {
  readonly at: number;
  readonly by: number;
}

const shortestStep = 30 * 4000;
const mostSteps = 2048;

/** The step doubles until the finished steps of a run are at most 2048. */
export function stepOf(end: number): number {
  let step = shortestStep;
  while (Math.floor(end / step) > mostSteps) step *= 2;
  return step;
}

/** Level times time in each step up to the end of the run. `changes` are in order of time. */
export function areas(changes: readonly Change[], step: number, end: number): number[] {
  const found = new Array<number>(Math.ceil(end / step)).fill(0);
  let level = 0;
  let since = 0;
  const hold = (until: number): void => {
    while (since < until) {
      const index = Math.floor(since / step);
      const to = Math.min(until, (index + 1) * step);
      found[index]! += level * (to - since);
      since = to;
    }
  };
  for (const { at, by } of changes) {
    hold(at);
    level += by;
  }
  hold(end);
  return found;
}

/** Time averages of each step. */
export function averages(changes: readonly Change[], step: number, end: number): number[] {
  return areas(changes, step, end).map(
    (area, index) => area / (Math.min(end, (index + 1) * step) - index * step),
  );
}

/** The level at the end of each step: what changes at that instant belongs to the next one, but for the end of the run. */
export function ends(changes: readonly Change[], step: number, end: number): number[] {
  const count = Math.ceil(end / step);
  return Array.from({ length: count }, (_, index) => {
    const stepEnd = (index + 1) * step;
    return changes
      .filter(({ at }) => (index === count - 1 && stepEnd > end ? at <= end : at < stepEnd))
      .reduce((level, { by }) => level + by, 0);
  });
}
