import type { Json } from '../../fuzz/simulator/scenario-draft.js';
import * as scenarios from './mutation-scenarios.js';

/** A mistake put into the simulator on purpose, which must not go unnoticed. */
export interface Mutation {
  readonly name: string;
  /** From src/. */
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** Name of the invariant, or of the check of fuzzed scenarios, that must notice it. */
  readonly caughtBy: string;
  /** Shows it for sure; without one, random scenarios meet it soon. */
  readonly scenario?: Json;
}

const slots = 'slots in use are those of the tasks on the node, and never more than it has';
const order = 'a task does not pass one of higher priority or an earlier one of its job';
const dependencies =
  'a task waits until all tasks that it depends on have succeeded, or satisfy it all the same';
const figures = 'every figure follows from the event log';

export const mutations: readonly Mutation[] = [
  {
    name: 'a task that comes back is lost',
    file: 'simulator/scheduler/place.ts',
    find: '  putBack(pool.queue, tasks, task, job.priority);',
    replace: '  void putBack;',
    caughtBy: 'every task in flight is queued, on a node or waits for its parents',
  },
  {
    name: 'a task that comes back is queued twice',
    file: 'simulator/scheduler/place.ts',
    find: '  putBack(pool.queue, tasks, task, job.priority);',
    replace: `  for (const twice of [task, task])
    putBack(pool.queue, tasks, twice, job.priority);`,
    caughtBy: 'every task in flight is queued, on a node or waits for its parents',
  },
  {
    name: 'a task that came back goes behind later ones',
    file: 'simulator/scheduler/task-line.ts',
    find: 'tasks.number[head]! < tasks.number[returned[0]!]!',
    replace: 'tasks.number[head]! > tasks.number[returned[0]!]!',
    caughtBy: order,
  },
  {
    name: 'jobs of low priority go first',
    file: 'simulator/scheduler/task-queue.ts',
    find: 'queue.levels.sort((a, b) => b.priority - a.priority)',
    replace: 'queue.levels.sort((a, b) => a.priority - b.priority)',
    caughtBy: order,
  },
  {
    name: 'the longest life of every task of some kinds is awaited by an event of its own',
    file: 'simulator/task/task-expiry.ts',
    find: '  if (expiry === undefined) {',
    replace: '  if (expiry === undefined || at >= expiry.at) {',
    caughtBy: 'one event awaits the longest life of the oldest task',
  },
  {
    name: 'a task keeps a slot after its end',
    file: 'simulator/task/end-attempt.ts',
    find: '  nodes.freeSlots[node] = free + tasks.requiredSlots[task]!;',
    replace: '  nodes.freeSlots[node] = free + tasks.requiredSlots[task]! - 1;',
    caughtBy: slots,
  },
  {
    name: 'a node takes wide tasks as if they needed one slot',
    file: 'simulator/scheduler/place.ts',
    find: '  world.nodes.freeSlots[node]! -= required;',
    replace: '  world.nodes.freeSlots[node]! -= Math.min(required, 1);',
    caughtBy: slots,
  },
  {
    name: 'a node that leaves still takes tasks',
    file: 'simulator/node/drain.ts',
    find: '  if (serves && nodes.draining[node] === 0) {',
    replace: '  if (!serves && nodes.draining[node] === 0) {',
    caughtBy: 'only nodes that are idle or running, enabled and not draining are offered tasks',
  },
  {
    name: 'a task starts on a node that leaves',
    file: 'simulator/node/drain.ts',
    find: '  if (serves && nodes.draining[node] === 0) {',
    replace: '  if (!serves && nodes.draining[node] === 0) {',
    caughtBy: 'tasks are given only to nodes that are idle or running',
  },
  {
    name: 'a task is retried once too often',
    file: 'simulator/task/retry.ts',
    find: 'world.tasks.retries[task]! < limit',
    replace: 'world.tasks.retries[task]! <= limit',
    caughtBy: 'retries stay within maxTaskRetryCount, and each attempt has its reason',
  },
  {
    name: 'a task is eligible once the first of its parents has succeeded',
    file: 'simulator/dependencies/settle-children.ts',
    find: 'if (!awaitsParent(world, dependencies, child, detail)) release(',
    replace: 'if (child >= 0) release(',
    caughtBy: dependencies,
  },
  {
    name: 'a failed parent counts as done',
    file: 'simulator/dependencies/settle-children.ts',
    find: '  if (!satisfies) {',
    replace: '  if (!satisfies && !id) {',
    caughtBy: dependencies,
    scenario: scenarios.failedParent,
  },
  {
    name: 'maxParallelTasks of a job is ignored',
    file: 'simulator/job/set-job-state.ts',
    find: '  return maxParallelTasks < 0 || onNodes < maxParallelTasks;',
    replace: '  return maxParallelTasks < 0 || onNodes >= 0;',
    caughtBy:
      'no task is given to a node in a job that is not active, or beyond its maxParallelTasks',
    scenario: scenarios.oneTaskAtATime,
  },
  {
    name: 'a schedule has two active jobs',
    file: 'simulator/job-schedule/settle-job-schedule.ts',
    find: 'if (activeJob(world, schedule) === undefined) continueSchedule(world, schedule);',
    replace: 'continueSchedule(world, schedule);',
    caughtBy: 'a schedule never has two active jobs',
    scenario: scenarios.scheduleEnabledUnderJob,
  },
  {
    name: 'a schedule forgets its start window',
    file: 'simulator/job-schedule/recurrence.ts',
    find: 'return at <= due + startWindow && at <= doNotRunAfter;',
    replace: 'return at <= due + startWindow * 1e9 && at <= doNotRunAfter;',
    caughtBy: 'a recurrence of a schedule has one job at most, within its start window',
    scenario: scenarios.lateRecurrence,
  },
  {
    name: 'a job is completed with running tasks',
    file: 'simulator/job/end-job.ts',
    find: "  setJobState(world, job, 'terminating');\n  endRunningTasks(world, job);",
    replace:
      "  setJobState(world, job, 'terminating');\n  setJobState(world, job, 'completed');\n  endRunningTasks(world, job);",
    caughtBy: 'a job has no task on a node when it is completed, disabled or gone',
  },
  {
    name: 'a multi-instance task starts with one node short',
    file: 'simulator/scheduler/place.ts',
    find: '  assignSubtasks(world, task, hosts.slice(1));',
    replace: '  assignSubtasks(world, task, hosts.slice(1, -1));',
    caughtBy: 'a multi-instance task runs on as many nodes as it has instances',
  },
  {
    name: 'the loss of a node leaves the other instances of its task behind',
    file: 'simulator/node/drain.ts',
    find: '  const freed = detachGang(world, pool, task, fate);\n  return',
    replace:
      '  detachTask(world, pool, task, fate);\n  const freed: readonly number[] = [];\n  return',
    caughtBy: 'subtasks run only while their task does',
    scenario: scenarios.gangLosesNode,
  },
  {
    name: 'tasks start although their preparation task failed',
    file: 'simulator/job/end-preparation.ts',
    find: '  if (succeeds) {',
    replace: '  if (succeeds || order >= 0) {',
    caughtBy: 'a task that waits for its preparation task starts only after a success on its node',
  },
  {
    name: 'a node takes tasks of a job whose preparation task failed on it',
    file: 'simulator/job/barred-nodes.ts',
    find: 'return preparations !== undefined && preparations.failed > 0;',
    replace: 'return preparations !== undefined && preparations.failed < 0;',
    caughtBy:
      'a node on which a preparation task failed takes no task of the job that had to wait for it',
  },
  {
    name: 'the node of a job manager task is removed first',
    file: 'simulator/pool/shrink.ts',
    find: 'const others = candidates.filter((node) => !kept.has(node));',
    replace: 'const others = candidates.filter((node) => kept.has(node));',
    caughtBy: 'the node of a job manager task leaves last when a pool shrinks',
    scenario: scenarios.shrinkingUnderManager,
  },
  {
    name: 'runExclusive of a job manager task is ignored',
    file: 'simulator/task/job-manager-place.ts',
    find: 'runExclusive ? Math.max(requiredSlots, taskSlotsPerNode) : requiredSlots',
    replace: 'runExclusive ? Math.min(requiredSlots, taskSlotsPerNode) : requiredSlots',
    caughtBy: 'a job manager task with runExclusive is alone on its node',
    scenario: scenarios.managerWithNeighbours,
  },
  {
    name: 'allowLowPriorityNode of a job manager task is ignored',
    file: 'simulator/scheduler/eligible-nodes.ts',
    find: 'if (dedicatedOnly && world.nodes.kind[node] !== DEDICATED) return false;',
    replace: 'if (dedicatedOnly && world.nodes.kind[node]! < DEDICATED) return false;',
    caughtBy: 'a job manager task that may not use spot nodes is on a dedicated one',
    scenario: scenarios.managerAmongSpotNodes,
  },
  {
    name: 'a job goes on after its job manager task',
    file: 'simulator/job/job-agenda.ts',
    find: '  if (endsWithManager(job) && !isEnding(job)) {',
    replace: '  if (endsWithManager(job) && isEnding(job) && job.index < 0) {',
    caughtBy: 'a job ends with its job manager task, unless killJobOnCompletion is false',
    scenario: scenarios.managerWithNeighbours,
  },
  {
    name: 'release tasks are skipped',
    file: 'simulator/job/release-nodes.ts',
    find: '    switch (world.nodes.state[node]) {',
    replace: '    switch (REBOOTING * 2) {',
    caughtBy:
      'a job is completed only after its release tasks have run on all nodes that it prepared',
  },
  {
    name: 'a job is completed while its release tasks run',
    file: 'simulator/job/end-job.ts',
    find: '  if (awaitsReleases(world, job)) return;',
    replace: '  awaitsReleases(world, job);',
    caughtBy:
      'a job is completed only after its release tasks have run on all nodes that it prepared',
  },
  {
    name: 'a node is billed after it is gone',
    file: 'simulator/node/node-state.ts',
    find: '    case DEALLOCATED:\n    case GONE:\n      return false;',
    replace: '    case DEALLOCATED:\n      return false;',
    caughtBy: 'only nodes of the pool are billed, each once',
  },
  {
    name: 'a node is billed while it is preempted',
    file: 'simulator/node/node-state.ts',
    find: '    case PREEMPTED:\n    case DEALLOCATING:',
    replace: '    case DEALLOCATING:',
    caughtBy: 'a node that runs tasks is billed, and one without a VM is not',
  },
  {
    name: 'a preemption counts as a retry',
    file: 'simulator/node/drain.ts',
    find: '    tasks.recoveries[task]!++;\n    counts.recoveries++;',
    replace: '    tasks.retries[task]!++;\n    counts.retries++;',
    caughtBy: 'a task is requeued off a node, and becomes active by it',
  },
  {
    name: 'dedicated nodes are preempted',
    file: 'simulator/node/preemption.ts',
    find: 'if (nodes.kind[node] !== SPOT) return false;',
    replace: 'if (SPOT < 0) return false;',
    caughtBy: 'a node keeps its pool and its kind, and no dedicated node is preempted',
  },
  {
    name: 'two resizes are open',
    file: 'simulator/pool/resize.ts',
    find: "  if (pool.resize !== undefined) endResize(world, pool, 'Superseded');",
    replace: '',
    caughtBy: 'a pool has at most one open resize',
  },
  {
    name: 'a formula sees samples before their delay',
    file: 'metrics/sample-series.ts',
    find: 'Math.floor((now - delay - origin) / period)',
    replace: 'Math.floor((now - delay * 0 - origin) / period)',
    caughtBy: 'no sample is visible before its delay',
  },
  {
    name: 'quotas do not count nodes on their way',
    file: 'simulator/pool/quota.ts',
    find: 'const nodes = nodeTime[kind]!.present + requested[kind]!;',
    replace: 'const nodes = nodeTime[kind]!.present + 0 * requested[kind]!;',
    caughtBy: 'cores stay within the quota of the account',
  },
  {
    name: 'every attempt of a task counts as its first start',
    file: 'simulator/task/task-lifecycle.ts',
    find: '  if (tasks.firstStart[task]! < 0) {',
    replace: '  if (tasks.firstStart[task]! < Infinity) {',
    caughtBy: figures,
  },
  {
    name: 'slots are not counted up to the end of the run',
    file: 'simulator/record/node-figures.ts',
    find: 'tasks.requiredSlots[task]! * (now - tasks.assignedAt[task]!)',
    replace: 'tasks.requiredSlots[task]! * (now - now)',
    caughtBy: figures,
  },
];
