import type { Quanta } from '../../base/time/quanta.js';
import { NODE_STEP } from '../kernel/event-kind.js';
import { pushEvent } from '../kernel/event-queue.js';
import type { World } from '../world.js';

/** Lets a node take its next step after a while; what it waited for before will not come. */
export function after(world: World, node: number, delay: Quanta): void {
  world.nodes.awaitedEvent[node] = pushEvent(world.queue, world.now + delay, NODE_STEP, node);
}
