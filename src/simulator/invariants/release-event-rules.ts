import { nodeOf, text, type EventRule } from './event-rule.js';

/** States in which a node has lost what a job prepared, or in which nobody waits for its release task. */
const lost: readonly unknown[] = [
  null,
  'leavingpool',
  'preempted',
  'reimaging',
  'upgradingos',
  'deallocating',
  'deallocated',
  'unusable',
  'unknown',
  'starttaskfailed',
];

/** Job release tasks as the event stream tells of them (service.md sections 3.5 and 14). */
export const releaseEventRules: readonly EventRule[] = [
  {
    name: 'a job is completed only after its release tasks have run on all nodes that it prepared',
    create() {
      /** By job with a release task: nodes on which it is due. */
      const due = new Map<string, Set<string>>();
      /** Nodes in such a state: a preparation task may still end there. */
      const lostNodes = new Set<string>();
      return ({ event, body }) => {
        switch (event) {
          case 'SpecialTask': {
            const { nodeId } = nodeOf(body);
            const nodes = due.get(text(body, 'jobId'));
            const { result } = body['executionInfo'] as { readonly result: string };
            if (body['taskType'] === 'JobRelease') nodes?.delete(nodeId);
            else if (result === 'success' && !lostNodes.has(nodeId)) nodes?.add(nodeId);
            return undefined;
          }
          case 'NodeStateChange': {
            const nodeId = text(body, 'nodeId');
            lostNodes.delete(nodeId);
            if (!lost.includes(body['to'])) return undefined;
            for (const nodes of due.values()) nodes.delete(nodeId);
            if (body['to'] !== null) lostNodes.add(nodeId);
            return undefined;
          }
          case 'JobStateChange': {
            const id = text(body, 'id');
            if (body['jobReleaseTask'] !== undefined) due.set(id, new Set());
            const left = due.get(id)?.size ?? 0;
            return (body['to'] === 'completed' || body['to'] === 'deleted') && left > 0
              ? `job ${id} is ${text(body, 'to')}, and on ${left} nodes it is missing`
              : undefined;
          }
          default:
            return undefined;
        }
      };
    },
  },
  {
    name: 'a release task runs once its job is ending, on nodes that it prepared, until it is completed',
    create() {
      const states = new Map<string, string>();
      const prepared = new Set<string>();
      return ({ event, body }) => {
        if (event === 'JobStateChange') states.set(text(body, 'id'), text(body, 'to'));
        if (event !== 'SpecialTask') return undefined;
        const id = text(body, 'jobId');
        const { nodeId } = nodeOf(body);
        if (body['taskType'] === 'JobPrep') {
          prepared.add(`${id}@${nodeId}`);
          return undefined;
        }
        const state = states.get(id);
        if (state !== 'terminating' && state !== 'deleting')
          return `one of job ${id} ends, and the job is ${state}`;
        return prepared.has(`${id}@${nodeId}`)
          ? undefined
          : `one of job ${id} ends on node ${nodeId}, which it never prepared`;
      };
    },
  },
];
