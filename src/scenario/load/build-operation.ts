import type { Operation } from '../../simulator/operations/operation.js';
import type { TaskSource } from '../../workload/task-stream.js';
import type { PoolBuilder } from './build-pools.js';
import type { PreparedAddition } from './prepared-operation.js';
import type { PreparedOperation } from './prepared-operation.js';
import { sourceOfJob } from './source-of.js';

/** An operation of one run. */
export function operationOf(
  { request, formula, schedule, addition }: PreparedOperation,
  builder: PoolBuilder,
  seed: string,
): Operation {
  if (addition !== undefined) {
    return additionOf(addition, builder, seed);
  }
  if (formula === undefined) {
    return { ...request, ...(schedule === undefined ? {} : { schedule }) } as Operation;
  }
  return { ...request, autoScaleFormula: builder.operationFormula(formula) } as Operation;
}

function additionOf(
  addition: PreparedAddition,
  { addedPool, withPool }: PoolBuilder,
  seed: string,
): Operation {
  switch (addition.kind) {
    case 'pool':
      return { kind: 'addPool', ...addedPool(addition.file, addition.formula) };
    case 'job': {
      const { job, workloads } = addition;
      return { kind: 'addJob', job: withPool(job), tasks: sourceOfJob(workloads, seed) };
    }
    case 'jobSchedule': {
      const { id, schedule, jobSpecification, workloads } = addition;
      const tasksOf = (number: number): TaskSource =>
        sourceOfJob(workloads, seed, `/job-${number}`);
      return {
        kind: 'addJobSchedule',
        jobSchedule: { id, schedule, jobSpecification: withPool(jobSpecification), tasksOf },
      };
    }
  }
}
