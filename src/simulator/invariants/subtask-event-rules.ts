import { nodeOf, taskKey, text, type EventRule } from './event-rule.js';

/** Multi-instance tasks as the event stream tells of them (service.md section 4.7). */
export const subtaskEventRules: readonly EventRule[] = [
  {
    name: 'a multi-instance task runs on as many nodes as it has instances',
    create() {
      const held = new Map<string, Set<string>>();
      return ({ event, body }) => {
        const key = taskKey(body);
        if (event === 'SubtaskRelease') {
          held.get(key)?.delete(nodeOf(body).nodeId);
          return undefined;
        }
        if (event === 'SubtaskAssign') {
          const nodes = held.get(key) ?? new Set();
          held.set(key, nodes);
          const { nodeId } = nodeOf(body);
          if (nodes.has(nodeId)) return `two instances of task ${key} are on node ${nodeId}`;
          nodes.add(nodeId);
          return undefined;
        }
        if (event !== 'TaskStart') return undefined;
        const { numberOfInstances } = body['multiInstanceSettings'] as {
          readonly numberOfInstances: number;
        };
        const nodes = new Set(held.get(key)).add(nodeOf(body).nodeId).size;
        return nodes === numberOfInstances
          ? undefined
          : `task ${key} of ${numberOfInstances} instances starts on ${nodes} nodes`;
      };
    },
  },
  {
    name: 'subtasks run only while their task does',
    create() {
      const running = new Map<string, number>();
      return ({ event, body }) => {
        const key = taskKey(body);
        if (event === 'SubtaskStateChange') {
          const change = text(body, 'to') === 'running' ? 1 : -1;
          running.set(key, (running.get(key) ?? 0) + change);
          return undefined;
        }
        if (event !== 'TaskStateChange' || body['from'] !== 'running') return undefined;
        const left = running.get(key) ?? 0;
        return left === 0 ? undefined : `task ${key} ends, ${left} of its subtasks run on`;
      };
    },
  },
];
