import type { Quanta } from '../../base/time/quanta.js';
import type { DiskItem } from './disk-item.js';
import type { World } from '../world.js';
import { DEALLOCATED, GONE, PREEMPTED, REIMAGING } from './node-state.js';

/** Puts something on the disk of a node. */
export function putOnNode(world: World, node: number, name: string, item: DiskItem): void {
  const items = world.nodeContents.get(node);
  if (items === undefined) world.nodeContents.set(node, new Map([[name, item]]));
  else items.set(name, item);
}

/** Time until something is on a node that is downloaded at its first use and stays (service.md section 4.8: packages are cached). */
export function timeToHave(
  world: World,
  node: number,
  name: string,
  bytes: number,
  download: Quanta,
): Quanta {
  const present = world.nodeContents.get(node)?.get(name);
  if (present !== undefined) return Math.max(0, present.readyAt - world.now);
  putOnNode(world, node, name, { bytes, readyAt: world.now + download, until: Infinity });
  return download;
}

/** Bytes on the disk of a node now; what has expired is forgotten. */
export function bytesOnNode(world: World, node: number): number {
  const items = world.nodeContents.get(node);
  if (items === undefined) return 0;
  let bytes = 0;
  for (const [name, item] of items) {
    if (item.until <= world.now) items.delete(name);
    else bytes += item.bytes;
  }
  return bytes;
}

/** Forgets what a node had on its disk where the new state means that the disk is lost. */
export function loseContents(world: World, node: number, to: number): void {
  if (to === GONE || to === PREEMPTED || to === REIMAGING || to === DEALLOCATED) {
    world.nodeContents.delete(node);
  }
}
