import type { SampleRange } from '../../metrics/sample-range.js';
import type { ValueType } from '../../language/static-type.js';
import type { Value } from '../value.js';

/**
 * How a plan holds a value. Of a value type: unboxed, as a number (ticks for intervals and timestamps), an array of numbers or a
 * string. `boxed`: with its type beside it, where only the run tells. `samples`: a range of a series that is reduced at once.
 * `never`: the expression fails or stops, and no value comes of it.
 */
export type Representation = ValueType | 'boxed' | 'samples' | 'never';

/** What a plan computes with. */
export type Held = number | string | readonly number[] | Value | SampleRange;

/** The value with its type; there are none of `samples` and `never`. */
export function box(representation: Representation, held: Held): Value {
  return representation === 'boxed'
    ? (held as Value)
    : ({ type: representation, value: held } as Value);
}

export function unbox(representation: Representation, value: Value): Held {
  return representation === 'boxed' ? value : value.value;
}
