import type { Subject } from './life-entry.js';
import { timesText } from './job-schedule/schedule-times.js';
import { numberOf, recordOf, textOf, type LogLine } from './log-line.js';

type Describe = (body: LogLine['body'], kind: Subject['kind']) => string | undefined;

const taskName = (body: LogLine['body']): string =>
  `${textOf(body, 'jobId')}/${textOf(body, 'id')}`;
const nodeName = (body: LogLine['body']): string => textOf(recordOf(body, 'nodeInfo'), 'nodeId');

function poolText(body: LogLine['body']): string {
  const poolId = textOf(body, 'poolId');
  return poolId === '' ? 'without a pool' : `on pool ${poolId}`;
}

/** In front of what befalls the auto pool of a job schedule. */
function autoPoolName(body: LogLine['body'], kind: Subject['kind']): string {
  return kind === 'jobSchedule' ? `auto pool ${textOf(body, 'id')}: ` : '';
}

function nodeCounts(body: LogLine['body']): string {
  const part = (kind: string, name: string): string =>
    `${numberOf(body, `current${kind}Nodes`)} of ${numberOf(body, `target${kind}Nodes`)} ${name}`;
  return `${part('Dedicated', 'dedicated')}, ${part('LowPriority', 'low-priority')}`;
}

/** `maxTaskRetryCount 2, maxWallClockTime 60 s`. */
function constraintsOf(body: LogLine['body']): string {
  return Object.entries(recordOf(body, 'constraints'))
    .map(([name, value]) => `${name} ${String(value)}${name === 'maxTaskRetryCount' ? '' : ' s'}`)
    .join(', ');
}

/** The words for an event, by its name; undefined where another line of the log already says it. */
const descriptions: Readonly<Record<string, Describe>> = {
  TaskStateChange(body) {
    if (body['from'] === null) return 'submitted, active';
    return `${textOf(body, 'from')} -> ${textOf(body, 'to')}`;
  },
  TaskAssign: (body, kind) =>
    kind === 'node'
      ? `task ${taskName(body)} takes ${numberOf(body, 'requiredSlots')} slots`
      : `assigned to ${nodeName(body)}, holds ${numberOf(body, 'requiredSlots')} slots`,
  TaskRelease: (body, kind) =>
    kind === 'node' ? `task ${taskName(body)} frees its slots` : undefined,
  SubtaskAssign: (body, kind) =>
    kind === 'node'
      ? `subtask ${numberOf(body, 'subtaskId')} of ${taskName(body)} takes the node`
      : `subtask ${numberOf(body, 'subtaskId')} assigned to ${nodeName(body)}`,
  SubtaskRelease: (body, kind) =>
    kind === 'node'
      ? `subtask ${numberOf(body, 'subtaskId')} of ${taskName(body)} frees the node`
      : undefined,
  SubtaskStateChange: (body) => `subtask ${numberOf(body, 'subtaskId')} is ${textOf(body, 'to')}`,
  TaskStart: (body, kind) =>
    kind === 'node'
      ? `task ${taskName(body)} runs`
      : `attempt on ${nodeName(body)}, retryCount ${numberOf(recordOf(body, 'executionInfo'), 'retryCount')}`,
  TaskComplete(body, kind) {
    const info = recordOf(body, 'executionInfo');
    const exitCode = numberOf(info, 'exitCode');
    const failure = textOf(recordOf(info, 'schedulingError'), 'code');
    const parts = [
      Number.isNaN(exitCode) ? 'no exit code' : `exit code ${exitCode}`,
      ...(failure === '' ? [] : [failure]),
    ];
    return kind === 'node' ? undefined : `completed, ${parts.join(', ')}`;
  },
  TaskRequeue: (body, kind) =>
    kind === 'node' ? undefined : `requeued from ${nodeName(body)}, which stopped running it`,
  TaskUpdate: (body, kind) =>
    kind === 'task' ? `constraints are now ${constraintsOf(body)}` : undefined,
  TaskDependenciesUnmet: (_, kind) =>
    kind === 'task' ? 'waits for the tasks it depends on' : undefined,
  TaskDependenciesMet: (_, kind) =>
    kind === 'task' ? 'the tasks it depends on have succeeded' : undefined,
  JobStateChange(body, kind) {
    const reason = textOf(body, 'terminateReason');
    const state = `${textOf(body, 'to')}${reason === '' ? '' : `, ${reason}`}`;
    if (kind !== 'jobSchedule') return state;
    const job = `job ${textOf(body, 'id')}`;
    return body['from'] === null ? `${job} created ${poolText(body)}` : `${job} ${state}`;
  },
  JobScheduleStateChange: (body) =>
    body['from'] === null ? `created, ${timesText(body)}` : textOf(body, 'to'),
  JobScheduleUpdate: (body) => `updated, ${timesText(body)}`,
  JobRefusal: (body) =>
    `job ${textOf(body, 'id')} refused, ${numberOf(body, 'httpStatus')} ${textOf(body, 'code')}`,
  SpecialTask(body, kind) {
    const type = textOf(body, 'taskType') === 'JobPrep' ? 'preparation' : 'release';
    const where = kind === 'node' ? `of job ${textOf(body, 'jobId')}` : `on ${nodeName(body)}`;
    const info = recordOf(body, 'executionInfo');
    return `job ${type} task ${where} ends: ${textOf(info, 'result')}, exit code ${numberOf(info, 'exitCode')}`;
  },
  NodeStateChange(body) {
    const to = body['to'];
    return typeof to === 'string' ? to : 'gone';
  },
  PoolCreate: (body) =>
    `created, ${textOf(body, 'vmSize')}, ${numberOf(body, 'taskSlotsPerNode')} task slots a node`,
  PoolResizeStart: (body) => `resize starts: ${nodeCounts(body)}`,
  PoolResizeComplete: (body) => `resize ends, ${textOf(body, 'resultCode')}: ${nodeCounts(body)}`,
  PoolResizeStopping: (body) => `resize is being stopped: ${nodeCounts(body)}`,
  PoolDeleteStart: (body, kind) => `${autoPoolName(body, kind)}delete starts`,
  PoolDeleteComplete: (body, kind) => `${autoPoolName(body, kind)}deleted`,
  PoolOSUpgradeStart: () => 'a new operating system is rolled out',
  PoolOSUpgradeComplete: (body) =>
    `roll-out of the operating system ends, ${textOf(body, 'result')}: ${numberOf(body, 'nodes')} nodes`,
  OSUpgradeWithoutPool: () => 'a new operating system was there, and no pool of that id',
  NodeError: (body) => textOf(body, 'message'),
  Fault(body, kind) {
    const nodes = Array.isArray(body['nodeIds']) ? body['nodeIds'].length : 0;
    const struck =
      nodes > 0 && kind === 'pool' ? `, ${nodes} ${nodes === 1 ? 'node' : 'nodes'}` : '';
    const phase = textOf(body, 'phase') === 'end' ? ' is over' : struck;
    return `fault ${textOf(body, 'kind')}${phase}`;
  },
  Operation(body, kind) {
    const error = recordOf(body, 'error');
    const code = textOf(error, 'code');
    const answer = code === '' ? 'accepted' : `refused, ${code}`;
    const nodeId = textOf(body, 'nodeId');
    const taskId = textOf(body, 'id');
    const parts: Partial<Record<Subject['kind'], string>> = {
      pool: nodeId,
      job: taskId,
      jobSchedule: textOf(body, 'jobId'),
    };
    const part = parts[kind] ?? '';
    const subject = part === '' ? '' : ` of ${part}`;
    return `${textOf(body, 'operation')}${subject}: ${numberOf(body, 'httpStatus')}, ${answer}`;
  },
  PoolAutoscale(body) {
    const error = recordOf(body, 'error');
    const code = textOf(error, 'code');
    return code === '' ? `autoscale: ${textOf(body, 'results')}` : `autoscale failed: ${code}`;
  },
};

/** Events of its tasks are no events of a job: they are counted (job-tasks.ts). */
export function describeEvent({ event, body }: LogLine, kind: Subject['kind']): string | undefined {
  if (kind === 'job' && event.startsWith('Task')) return undefined;
  return Object.hasOwn(descriptions, event) ? descriptions[event]!(body, kind) : undefined;
}
