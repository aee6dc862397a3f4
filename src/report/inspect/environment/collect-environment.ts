import type { EnvironmentSetting } from '../../../workload/task-settings.js';
import type { Subject } from '../life-entry.js';
import { numberOf, recordOf, textOf, type LogLine } from '../log-line.js';
import { environmentOf, type Environment } from './environment-of.js';
import { followRetention, type TaskFiles } from './file-retention.js';
import {
  joinPath,
  nodeDirectories,
  rootDirectory,
  taskDirectories,
  taskDirectory,
  type NodeDirectory,
} from './node-directories.js';
import type { JobFacts, PoolFacts, TaskFacts } from './task-place.js';

/** The surroundings of a task or of the tasks of a node. */
export interface Surroundings {
  /** Of the newest attempt of the task; absent for a node, and for a task that never came to one. */
  readonly environment?: Environment;
  /** Directories of the node, or of the newest attempt of the task, by their full path. */
  readonly directories: readonly NodeDirectory[];
  /** What tasks left on nodes, in the order of their starts. */
  readonly files: readonly TaskFiles[];
}

/** Collects the surroundings of a task or a node from all lines of a log. */
export interface SurroundingsCollector {
  add(line: LogLine): void;
  result(): Surroundings;
}

const defaultPool: PoolFacts = { operatingSystem: 'linux', communicates: false, packages: [] };

type Body = LogLine['body'];

function listOf(body: Body, key: string): readonly unknown[] {
  const value = body[key];
  return Array.isArray(value) ? value : [];
}

function textsOf(body: Body, key: string): string[] {
  return listOf(body, key).filter((value) => typeof value === 'string');
}

function settingsOf(body: Body, key: string): EnvironmentSetting[] {
  return listOf(body, key).flatMap((entry) => {
    const { name, value } = (entry ?? {}) as Readonly<Record<string, unknown>>;
    return typeof name === 'string' && typeof value === 'string' ? [{ name, value }] : [];
  });
}

function poolFacts(body: Body): PoolFacts {
  const accountName = textOf(body, 'accountName');
  const cores = numberOf(body, 'cores');
  const diskReserveBytes = numberOf(body, 'diskReserveBytes');
  return {
    ...(accountName === '' ? {} : { accountName }),
    operatingSystem: body['operatingSystem'] === 'windows' ? 'windows' : 'linux',
    communicates: body['enableInterNodeCommunication'] === true,
    ...(Number.isNaN(cores) ? {} : { cores }),
    ...(Number.isNaN(diskReserveBytes) ? {} : { diskReserveBytes }),
    packages: textsOf(body, 'applicationPackageReferences'),
  };
}

function jobFacts(body: Body): JobFacts {
  const preparationTaskId = textOf(body, 'jobPreparationTaskId');
  return {
    settings: settingsOf(body, 'commonEnvironmentSettings'),
    ...(preparationTaskId === '' ? {} : { preparationTaskId }),
  };
}

export function collectSurroundings(
  subject: Extract<Subject, { kind: 'task' | 'node' }>,
): SurroundingsCollector {
  const pools = new Map<string, PoolFacts>();
  const retention = followRetention();
  let job: JobFacts = { settings: [] };
  let own: TaskFacts = { settings: [], packages: [] };
  let poolId = '';
  let primary: string | undefined;
  let subtasks: string[] = [];

  const isSubject = (body: Body, nodeId: string): boolean =>
    subject.kind === 'node'
      ? nodeId === subject.nodeId
      : textOf(body, 'jobId') === subject.jobId && textOf(body, 'id') === subject.taskId;

  function begin(t: number, body: Body, role: 'primary' | 'subtask'): void {
    const place = recordOf(body, 'nodeInfo');
    const nodeId = textOf(place, 'nodeId');
    if (!isSubject(body, nodeId)) return;
    poolId = textOf(place, 'poolId');
    if (role === 'primary') primary = nodeId;
    else subtasks.push(nodeId);
    const system = (pools.get(poolId) ?? defaultPool).operatingSystem;
    const directory = taskDirectory(system, textOf(body, 'jobId'), textOf(body, 'id'));
    retention.start(t, keyOf(body), nodeId, directory);
  }

  function interrupt(t: number, body: Body): void {
    retention.interrupt(t, keyOf(body));
    if (isSubject(body, '')) subtasks = [];
  }

  return {
    add({ t, event, body }) {
      switch (event) {
        case 'PoolCreate':
          pools.set(textOf(body, 'id'), poolFacts(body));
          return;
        case 'JobEnvironment':
          if (subject.kind === 'task' && textOf(body, 'jobId') === subject.jobId) {
            job = jobFacts(body);
          }
          return;
        case 'TaskEnvironment':
          if (subject.kind === 'task' && isSubject(body, '')) {
            own = {
              settings: settingsOf(body, 'environmentSettings'),
              packages: textsOf(body, 'applicationPackageReferences'),
            };
          }
          return;
        case 'TaskAssign':
          begin(t, body, 'primary');
          return;
        case 'SubtaskAssign':
          begin(t, body, 'subtask');
          return;
        case 'TaskRequeue':
        case 'TaskScheduleFail':
          interrupt(t, body);
          return;
        case 'TaskStateChange':
          if (body['from'] !== null && body['to'] === 'active') interrupt(t, body);
          return;
        case 'TaskComplete':
          retention.complete(
            t,
            keyOf(body),
            numberOf(recordOf(body, 'constraints'), 'retentionTime'),
          );
          return;
        case 'Operation':
          if (body['operation'] === 'deleteTask' && numberOf(body, 'httpStatus') < 300) {
            retention.remove(t, keyOf(body));
          }
          return;
        case 'JobStateChange':
          if (body['to'] === 'deleted') retention.removeJob(t, textOf(body, 'id'));
          return;
        case 'NodeStateChange':
          retention.nodeState(t, textOf(body, 'nodeId'), textOf(body, 'to'));
          return;
        default:
          return;
      }
    },
    result() {
      const { files } = retention;
      const pool = pools.get(poolId) ?? defaultPool;
      const system = pool.operatingSystem;
      if (subject.kind === 'node') {
        return { directories: below(system, rootDirectory[system], nodeDirectories), files };
      }
      if (primary === undefined) return { directories: [], files };
      const { jobId, taskId } = subject;
      const instances = [primary, ...subtasks];
      const place = { jobId, taskId, poolId, nodeId: primary, pool, job, own, instances };
      const parts = taskDirectories.filter(({ on = system }) => on === system);
      return {
        environment: environmentOf(place),
        directories: below(system, taskDirectory(system, jobId, taskId), parts),
        files,
      };
    },
  };
}

function keyOf(body: Body): string {
  return `${textOf(body, 'jobId')}/${textOf(body, 'id')}`;
}

function below(
  system: PoolFacts['operatingSystem'],
  root: string,
  directories: readonly NodeDirectory[],
): NodeDirectory[] {
  return directories.map(({ name, holds }) => ({ name: joinPath(system, root, name), holds }));
}
