/**
 * Types that the checker infers. `numberList` is a double or a doubleVec, known only at run time (a ternary of both);
 * `unknown` follows an error and fits everywhere.
 */
export type StaticType =
  | 'double'
  | 'doubleVec'
  | 'numberList'
  | 'string'
  | 'timestamp'
  | 'timeinterval'
  | 'deallocationOption'
  | 'unknown';

/** Types that a value has at run time. */
export type ValueType = Exclude<StaticType, 'numberList' | 'unknown'>;

const typeText: Readonly<Record<StaticType, string>> = {
  double: 'a double',
  doubleVec: 'a doubleVec',
  numberList: 'a double or doubleVec',
  string: 'a string',
  timestamp: 'a timestamp',
  timeinterval: 'a timeinterval',
  deallocationOption: 'a deallocation option',
  unknown: 'an unknown value',
};

/** The type with its article, for messages. */
export function describeType(type: StaticType): string {
  return typeText[type];
}
