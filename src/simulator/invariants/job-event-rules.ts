import { number, taskKey, text, type EventRule } from './event-rule.js';

/** States of a job by the state before (service.md section 3.1); null stands for not yet created. */
const transitions: ReadonlyMap<string | null, readonly string[]> = new Map([
  [null, ['active']],
  ['active', ['disabling', 'terminating', 'deleting']],
  ['disabling', ['disabled', 'terminating', 'deleting']],
  ['disabled', ['enabling', 'terminating', 'deleting']],
  ['enabling', ['active', 'terminating', 'deleting']],
  ['terminating', ['completed', 'deleting']],
  ['completed', ['deleting']],
  ['deleting', ['deleted']],
]);

/** Jobs as the event stream tells of them (service.md sections 3 and 14). */
export const jobEventRules: readonly EventRule[] = [
  {
    name: 'a job is in one state at a time and moves only as the service lets it',
    create() {
      const states = new Map<string, string>();
      return ({ event, body }) => {
        if (event !== 'JobStateChange') return undefined;
        const [id, from, to] = [text(body, 'id'), body['from'] as string | null, text(body, 'to')];
        const known = states.get(id) ?? null;
        states.set(id, to);
        if (from !== known) return `job ${id} goes from ${from} to ${to}, but it is ${known}`;
        const neverBegan = from === 'active' && to === 'completed' && 'schedulingError' in body;
        return neverBegan || transitions.get(from)?.includes(to) === true
          ? undefined
          : `job ${id} goes from ${from} to ${to}`;
      };
    },
  },
  {
    name: 'a job has no task on a node when it is completed, disabled or gone',
    create() {
      const held = new Map<string, string>();
      return ({ event, body }) => {
        if (event === 'TaskAssign') held.set(taskKey(body), text(body, 'jobId'));
        if (event === 'TaskRelease') held.delete(taskKey(body));
        if (event !== 'JobStateChange') return undefined;
        const [id, to] = [text(body, 'id'), text(body, 'to')];
        if (!['completed', 'disabled', 'deleted'].includes(to)) return undefined;
        const left = [...held].find(([, job]) => job === id);
        return left === undefined ? undefined : `job ${id} is ${to} with task ${left[0]} on a node`;
      };
    },
  },
  {
    name: 'no task is given to a node in a job that is not active, or beyond its maxParallelTasks',
    create() {
      const jobs = new Map<string, { state: string; maxParallelTasks: number }>();
      const held = new Map<string, Set<string>>();
      return ({ event, body }) => {
        if (event === 'JobStateChange' || event === 'JobUpdate') {
          const id = text(body, 'id');
          const job = jobs.get(id) ?? { state: 'active', maxParallelTasks: -1 };
          if (event === 'JobStateChange') job.state = text(body, 'to');
          if ('maxParallelTasks' in body) job.maxParallelTasks = number(body, 'maxParallelTasks');
          jobs.set(id, job);
          return undefined;
        }
        if (event !== 'TaskAssign' && event !== 'TaskRelease') return undefined;
        const id = text(body, 'jobId');
        const onNodes = held.get(id) ?? new Set<string>();
        held.set(id, onNodes);
        if (event === 'TaskRelease') {
          onNodes.delete(taskKey(body));
          return undefined;
        }
        onNodes.add(taskKey(body));
        const { state, maxParallelTasks } = jobs.get(id)!;
        if (state !== 'active') return `task ${taskKey(body)} is, and its job is ${state}`;
        return maxParallelTasks >= 0 && onNodes.size > maxParallelTasks
          ? `${onNodes.size} tasks of job ${id} are on nodes, at most ${maxParallelTasks} allowed`
          : undefined;
      };
    },
  },
];
