import type { RandomStream } from '../../base/random/random-stream.js';
import { maximumSubjects } from '../kernel/event-queue.js';
import type { World } from '../world.js';

/** A draw in [0, 1) for a run of a special task of a job on a node: no two runs share a number. `run` counts those of one boot. */
export function specialTaskDraw(
  { nodes }: World,
  draws: RandomStream,
  job: number,
  node: number,
  run: number,
): number {
  const entity = job * maximumSubjects + nodes.number[node]!;
  return draws.uniform(entity, nodes.boots[node]! * 65_536 + run);
}
