import { nodeOf, taskKey, text, type EventRule } from './event-rule.js';

/** Job preparation tasks as the event stream tells of them (service.md sections 3.5 and 14). */
export const preparationEventRules: readonly EventRule[] = [
  {
    name: 'a task that waits for its preparation task starts only after a success on its node',
    create() {
      const preparing = new Set<string>();
      const prepared = new Set<string>();
      return ({ event, body }) => {
        if (event === 'SpecialTask' && body['taskType'] === 'JobPrep') {
          const key = `${text(body, 'jobId')}@${nodeOf(body).nodeId}`;
          const { result } = body['executionInfo'] as { readonly result: string };
          if (result === 'success') prepared.add(key);
          else prepared.delete(key);
          return undefined;
        }
        if (event === 'TaskStateChange') {
          if (body['to'] === 'preparing') preparing.add(taskKey(body));
          else if (body['from'] === 'preparing' && body['to'] !== 'running')
            preparing.delete(taskKey(body));
          return undefined;
        }
        if (event !== 'TaskStart' || !preparing.delete(taskKey(body))) return undefined;
        const { nodeId } = nodeOf(body);
        return prepared.has(`${text(body, 'jobId')}@${nodeId}`)
          ? undefined
          : `task ${taskKey(body)} starts on node ${nodeId}, which is not prepared`;
      };
    },
  },
  {
    name: 'a node on which a preparation task failed takes no task of the job that had to wait for it',
    create() {
      const barred = new Set<string>();
      return ({ event, body }) => {
        if (event === 'TaskScheduleFail') {
          const { numberOfInstances } = body['multiInstanceSettings'] as {
            readonly numberOfInstances: number;
          };
          // The event names the node of the primary, and the failure may be on another one.
          if (numberOfInstances === 1) barred.add(`${text(body, 'jobId')}@${nodeOf(body).nodeId}`);
          return undefined;
        }
        const to = body['to'];
        const isRenewed = to === null || to === 'preempted' || to === 'reimaging';
        if (
          event === 'NodeStateChange' &&
          (isRenewed || to === 'upgradingos' || to === 'deallocated')
        ) {
          for (const key of barred)
            if (key.endsWith(`@${text(body, 'nodeId')}`)) barred.delete(key);
        }
        if (event !== 'TaskAssign') return undefined;
        const { nodeId } = nodeOf(body);
        return barred.has(`${text(body, 'jobId')}@${nodeId}`)
          ? `task ${taskKey(body)} is given to node ${nodeId}, which is barred for its job`
          : undefined;
      };
    },
  },
];
