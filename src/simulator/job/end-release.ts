import { logRelease } from '../log/special-task-events.js';
import type { World } from '../world.js';
import { endWait } from './release-nodes.js';

/** A run of a release task has come to its end: neither a failure nor its time limit holds the job back (service.md section 3.5). */
export function endRelease(world: World, node: number, order: number): void {
  const ofNode = world.releases?.get(node);
  if (ofNode === undefined) return;
  for (const release of ofNode.values()) {
    if (release.awaitedEvent !== order) continue;
    if (world.log !== undefined) logRelease(world.log, world, node, release);
    endWait(world, ofNode, release);
    return;
  }
}
