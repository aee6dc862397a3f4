import { addNode, createNodeSet, deleteNode, firstNode, type NodeSet } from './node-set.js';

/**
 * The nodes of a pool that take tasks, by their number of free slots.
 */
export interface FreeSlots {
  readonly slotsPerNode: number;
  /** Index = free slots, from 1. */
  readonly byFree: readonly NodeSet[];
  /** How many nodes are in each set. */
  readonly count: Int32Array;
}

export function createFreeSlots(slotsPerNode: number): FreeSlots {
  return {
    slotsPerNode,
    byFree: Array.from({ length: slotsPerNode + 1 }, createNodeSet),
    count: new Int32Array(slotsPerNode + 1),
  };
}

export function addFreeNode(index: FreeSlots, node: number, free: number): void {
  if (free === 0) return;
  addNode(index.byFree[free]!, node);
  index.count[free]!++;
}

export function deleteFreeNode(index: FreeSlots, node: number, free: number): void {
  if (free === 0) return;
  deleteNode(index.byFree[free]!, node);
  index.count[free]!--;
}

/** Free slots of the node that has most of them. */
export function mostFreeSlots({ count, slotsPerNode }: FreeSlots): number {
  let free = slotsPerNode;
  while (free > 0 && count[free] === 0) free--;
  return free;
}

/**
 * A node with at least `required` free slots: `spread` takes the emptiest one, `pack` the fullest that fits; among equals the
 * lowest number (S5.1: the service's tie-break is unknown). -1 where none fits.
 */
export function chooseNode(
  index: FreeSlots,
  required: number,
  fillType: 'spread' | 'pack',
): number {
  const { byFree, count, slotsPerNode } = index;
  if (fillType === 'spread') {
    for (let free = slotsPerNode; free >= required; free--) {
      if (count[free]! > 0) return firstNode(byFree[free]!);
    }
  } else {
    for (let free = required; free <= slotsPerNode; free++) {
      if (count[free]! > 0) return firstNode(byFree[free]!);
    }
  }
  return -1;
}
