import { isMap, isScalar, Pair, Scalar, YAMLMap } from 'yaml';

import { keyOf, pairOf, takePair } from './yaml-pairs.js';

/**
 * Gives a work item, whose names are today's already, the shape of a job schedule if it has a schedule, and of a job otherwise:
 * what it says of its jobs was an object of its own either way, where the pool was said outside of it.
 */
export function jobOfWorkItem(item: YAMLMap): 'schedule' | 'job' {
  const schedule = pairOf(item, 'schedule');
  if (schedule !== undefined && !(isScalar(schedule.value) && schedule.value.value === null)) {
    for (const key of ['poolInfo', 'tasks']) moveIntoSpecification(item, key);
    return 'schedule';
  }
  if (schedule !== undefined) takePair(item, schedule);
  const specification = pairOf(item, 'jobSpecification');
  if (isMap(specification?.value)) {
    takePair(item, specification);
    item.items.push(...specification.value.items.filter((pair) => !has(item, pair)));
  }
  endPoolWithJob(item);
  return 'job';
}

function has(item: YAMLMap, pair: Pair): boolean {
  return pairOf(item, keyOf(pair)) !== undefined;
}

/** A job schedule says in its job specification where the jobs run and what their tasks are. */
function moveIntoSpecification(item: YAMLMap, key: string): void {
  const moved = pairOf(item, key);
  if (moved === undefined) return;
  let specification = pairOf(item, 'jobSpecification');
  if (specification === undefined) {
    const inside = new YAMLMap();
    inside.range = item.range ?? null;
    specification = new Pair(new Scalar('jobSpecification'), inside);
    item.items.push(specification);
  }
  if (!isMap(specification.value)) return;
  takePair(item, moved);
  specification.value.items.push(moved);
}

/** The life of a work item without a schedule is that of its one job. */
function endPoolWithJob(item: YAMLMap): void {
  const pool = pairOf(item, 'poolInfo')?.value;
  const automatic = isMap(pool) ? pairOf(pool, 'autoPoolSpecification')?.value : undefined;
  const lifetime = isMap(automatic) ? pairOf(automatic, 'poolLifetimeOption')?.value : undefined;
  if (isScalar(lifetime) && lifetime.value === 'jobschedule') lifetime.value = 'job';
}
