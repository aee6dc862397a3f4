import type { Value } from '../value.js';
import type { Slot } from './plan-code.js';
import { box, type Held } from './representation.js';

/** Values of user variables; of the slots of one variable the last that was assigned counts. */
export function userValuesOf(
  slots: readonly Slot[],
  held: readonly (Held | undefined)[],
): (Value | undefined)[] {
  const values: (Value | undefined)[] = [];
  slots.forEach(({ variable, representation }, at) => {
    const value = held[at];
    if (value !== undefined) values[variable] = box(representation, value);
  });
  return values;
}
