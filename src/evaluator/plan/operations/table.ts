import { aggregates, type AggregateOperation } from './aggregates.js';
import { arithmetic, type ArithmeticOperation } from './arithmetic.js';
import { calls, type CallOperation } from './calls.js';
import type { Operation } from './operation.js';
import { samples, type SampleOperation } from './samples.js';
import { values, type ValueOperation } from './values.js';

export type OperationName =
  AggregateOperation | ArithmeticOperation | CallOperation | SampleOperation | ValueOperation;

/** Every operation of plans. */
export const operations: Readonly<Record<OperationName, Operation>> = {
  ...aggregates,
  ...arithmetic,
  ...calls,
  ...samples,
  ...values,
};
