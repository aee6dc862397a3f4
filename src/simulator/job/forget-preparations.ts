import type { World } from '../world.js';

/** A job is ending, with no task on a node: a preparation task that still runs is stopped, for nothing waits for it. */
export function forgetPreparations({ preparations }: World, job: number): void {
  for (const ofNode of preparations?.onNode.values() ?? []) {
    if (ofNode.get(job)?.state === 'failed') preparations!.failed--;
    ofNode.delete(job);
  }
}
