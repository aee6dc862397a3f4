import type { World } from '../world.js';

/** Whether a node takes no task of a job because its preparation task failed there: until it is reimaged (service.md section 3.5). */
export function isBarred(world: World, job: number, node: number): boolean {
  if (world.preparations?.onNode.get(node)?.get(job)?.state !== 'failed') return false;
  return world.jobs[job]!.input.preparationTask!.waitForSuccess;
}

/** Whether some node is barred for some job: only then the scheduler looks at nodes one by one. */
export function hasBars({ preparations }: World): boolean {
  return preparations !== undefined && preparations.failed > 0;
}
