/**
 * A growing set of integers that finds the first one missing from a point on without looking at those between: each member points
 * towards the next integer that is not one, and the way is shortened whenever it is walked.
 */
export interface IntegerSet {
  readonly next: Map<number, number>;
}

export function createIntegerSet(): IntegerSet {
  return { next: new Map() };
}

export function addInteger(set: IntegerSet, value: number): void {
  if (!set.next.has(value)) set.next.set(value, value + 1);
}

export function hasInteger(set: IntegerSet, value: number): boolean {
  return set.next.has(value);
}

/** The smallest integer from `from` on that is not in the set. */
export function firstMissing({ next }: IntegerSet, from: number): number {
  let missing = from;
  for (let up = next.get(missing); up !== undefined; up = next.get(missing)) missing = up;
  for (let at = from; at !== missing;) {
    const up = next.get(at)!;
    next.set(at, missing);
    at = up;
  }
  return missing;
}
