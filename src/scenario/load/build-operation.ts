import type { Operation } from '../../simulator/operations/operation.js';
import type { PoolBuilder } from './build-pools.js';
import type { PreparedOperation } from './read-operations.js';
import { sourceOfJob } from './source-of.js';

/** An operation of one run; undefined where the service would refuse its formula. */
export function operationOf(
  { request, formula, schedule, addition }: PreparedOperation,
  { compile, withPool }: PoolBuilder,
  seed: string,
): Operation | undefined {
  if (addition !== undefined) {
    const { job, workloads } = addition;
    return { kind: 'addJob', job: withPool(job), tasks: sourceOfJob(workloads, seed) };
  }
  if (formula === undefined) {
    return { ...request, ...(schedule === undefined ? {} : { schedule }) } as Operation;
  }
  const compiled = compile(formula);
  if (compiled === undefined) return undefined;
  const { createEvaluator } = compiled;
  return {
    ...request,
    autoScaleFormula: { formula: formula.text.text, createEvaluator },
  } as Operation;
}
