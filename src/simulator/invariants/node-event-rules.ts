import { nodeTransitions } from '../node/node-transitions.js';
import { nodeOf, number, taskKey, text, type EventRule } from './event-rule.js';

const transitions: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(nodeTransitions),
);

/** Nodes as the event stream tells of them (service.md sections 2.3 and 14). */
export const nodeEventRules: readonly EventRule[] = [
  {
    name: 'a node moves only as the service lets it',
    create() {
      const states = new Map<string, string>();
      return ({ event, body }) => {
        if (event !== 'NodeStateChange') return undefined;
        const id = text(body, 'nodeId');
        const [from, to] = [body['from'] as string | null, body['to'] as string | null];
        const known = states.get(id) ?? null;
        if (to === null) states.delete(id);
        else states.set(id, to);
        if (from !== known) return `node ${id} goes from ${from} to ${to}, but it is ${known}`;
        return mayGo(from, to) ? undefined : `node ${id} goes from ${from} to ${to}`;
      };
    },
  },
  {
    name: 'a node keeps its pool and its kind, and no dedicated node is preempted',
    create() {
      const nodes = new Map<string, string>();
      return ({ event, body }) => {
        if (event !== 'NodeStateChange') return undefined;
        const id = text(body, 'nodeId');
        const dedicated = body['isDedicated'] === true;
        if (dedicated && body['to'] === 'preempted') return `dedicated node ${id} is preempted`;
        const now = `${dedicated ? 'a dedicated' : 'a spot'} node of pool ${text(body, 'poolId')}`;
        const before = nodes.get(id) ?? now;
        nodes.set(id, now);
        return before === now ? undefined : `node ${id}, ${before}, becomes ${now}`;
      };
    },
  },
  {
    name: 'tasks are given only to nodes that are idle or running',
    create() {
      const states = new Map<string, string | null>();
      return ({ event, body }) => {
        if (event === 'NodeStateChange') {
          states.set(text(body, 'nodeId'), body['to'] as string | null);
          return undefined;
        }
        if (event !== 'TaskAssign' && event !== 'SubtaskAssign') return undefined;
        const { nodeId } = nodeOf(body);
        const state = states.get(nodeId);
        return state === 'idle' || state === 'running'
          ? undefined
          : `task ${taskKey(body)} is given to node ${nodeId}, which is ${state ?? 'not there'}`;
      };
    },
  },
  {
    name: 'the tasks of a node never hold more slots than it has',
    create() {
      const slotsOfPool = new Map<string, number>();
      const held = new Map<string, number>();
      return ({ event, body }) => {
        if (event === 'PoolCreate')
          slotsOfPool.set(text(body, 'id'), number(body, 'taskSlotsPerNode'));
        const isAssigned = event === 'TaskAssign' || event === 'SubtaskAssign';
        const isReleased = event === 'TaskRelease' || event === 'SubtaskRelease';
        if (!isAssigned && !isReleased) return undefined;
        const { nodeId, poolId } = nodeOf(body);
        const slots = number(body, 'requiredSlots');
        const now = (held.get(nodeId) ?? 0) + (isAssigned ? slots : -slots);
        held.set(nodeId, now);
        const most = slotsOfPool.get(poolId) ?? 0;
        return now >= 0 && now <= most ? undefined : `node ${nodeId}: ${now} of ${most} slots held`;
      };
    },
  },
];

function mayGo(from: string | null, to: string | null): boolean {
  if (from === null) return to === 'creating';
  return to === null ? from === 'leavingpool' : transitions.get(from)?.includes(to) === true;
}
