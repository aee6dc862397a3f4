import { makeNodeId } from '../log/node-id.js';
import { IDLE, RUNNING_TASKS } from '../node/node-state.js';
import type { PoolState } from '../pool/pool-state.js';
import type { World } from '../world.js';

/**
 * The node that a task asks for by affinityInfo, if it can take the task now; -1 otherwise, and the task goes elsewhere (service.md
 * section 4.8: affinity is soft).
 */
export function preferredNode(world: World, pool: PoolState, task: number): number {
  const { tasks, nodes } = world;
  const affinity = tasks.details.get(task)!.settings.affinity;
  if (affinity === undefined) return -1;
  const number = 'nodeNumber' in affinity ? affinity.nodeNumber : numberIn(affinity.affinityId);
  const node = pool.members.find((member) => nodes.number[member] === number - 1);
  if (node === undefined) return -1;
  const state = nodes.state[node];
  const takesTasks =
    (state === IDLE || state === RUNNING_TASKS) &&
    nodes.draining[node] === 0 &&
    nodes.schedulingDisabled[node] === 0 &&
    nodes.freeSlots[node]! >= tasks.requiredSlots[task]!;
  if (!takesTasks) return -1;
  const isMeant = 'nodeNumber' in affinity || makeNodeId(world, node) === affinity.affinityId;
  return isMeant ? node : -1;
}

/** The number within its pool that the id of a node holds; 0, which no node has, for any other text. */
function numberIn(nodeId: string): number {
  const match = /_(\d{1,9})-/.exec(nodeId);
  return match === null ? 0 : Number(match[1]);
}
