import type { NodeDeallocationOption } from '../../evaluator/autoscale-run.js';
import { DEDICATED, SPOT } from '../node/node-state.js';
import type { PoolState, Resize } from '../pool/pool-state.js';
import type { AutoScaleRunRecord } from '../pool/autoscale-run-record.js';
import type { World } from '../world.js';
import { instantText, logEvent, type EventLog } from './event-log.js';

export function logPoolCreate(log: EventLog, world: World, pool: PoolState): void {
  const { input } = pool;
  const body = {
    id: input.id,
    vmSize: input.vmSize,
    // Milliseconds as text, as in the documented example.
    resizeTimeout: String(input.resizeTimeout / 4),
    targetDedicatedNodes: input.targetDedicatedNodes,
    targetLowPriorityNodes: input.targetLowPriorityNodes,
    taskSlotsPerNode: input.taskSlotsPerNode,
    vmFillType: input.nodeFillType === 'pack' ? 'Pack' : 'Spread',
    enableAutoScale: input.autoScale !== undefined,
    enableInterNodeCommunication: pool.input.enableInterNodeCommunication ?? false,
    isAutoPool: pool.isAutoPool,
    ...environmentOf(world, pool),
  };
  logEvent(log, world.now, 'PoolCreate', JSON.stringify(body));
}

/** What the environment of its tasks depends on, where it is not the usual: ours, the service logs none of it. */
function environmentOf(
  { input: { accountName }, parameters }: World,
  { input }: PoolState,
): object {
  const packages = input.nodeSetup?.applicationPackages ?? [];
  return {
    ...(accountName === undefined ? {} : { accountName }),
    ...(input.operatingSystem === 'windows' ? { operatingSystem: 'windows' } : {}),
    ...(input.enableInterNodeCommunication === true && input.cores !== undefined
      ? { cores: input.cores }
      : {}),
    ...(input.diskBytes === undefined
      ? {}
      : { diskBytes: input.diskBytes, diskReserveBytes: parameters['node.disk_reserve_bytes'] }),
    ...(packages.length === 0
      ? {}
      : {
          applicationPackageReferences: packages.map(
            ({ name, version = 'default' }) => `${name}/${version}`,
          ),
        }),
  };
}

/** The deallocation option counts only downwards; a growing resize shows `Invalid` (documented). */
function optionText(pool: PoolState, option: NodeDeallocationOption): string {
  const current = pool.nodeTime[DEDICATED].present + pool.nodeTime[SPOT].present;
  const shrinks = pool.target[DEDICATED] + pool.target[SPOT] < current;
  return shrinks ? option : 'Invalid';
}

function counts(pool: PoolState): object {
  return {
    currentDedicatedNodes: pool.nodeTime[DEDICATED].present,
    targetDedicatedNodes: pool.target[DEDICATED],
    currentLowPriorityNodes: pool.nodeTime[SPOT].present,
    targetLowPriorityNodes: pool.target[SPOT],
    enableAutoScale: pool.autoScaler !== undefined,
    isAutoPool: pool.isAutoPool,
  };
}

export function logResizeStart(
  log: EventLog,
  world: World,
  pool: PoolState,
  option: NodeDeallocationOption,
): void {
  const body = {
    id: pool.input.id,
    nodeDeallocationOption: optionText(pool, option),
    ...counts(pool),
  };
  logEvent(log, world.now, 'PoolResizeStart', JSON.stringify(body));
}

/** A resize is being stopped; ours, the service shows allocationState stopping and logs no event. */
export function logResizeStopping(log: EventLog, world: World, pool: PoolState): void {
  const body = { id: pool.input.id, ...counts(pool) };
  logEvent(log, world.now, 'PoolResizeStopping', JSON.stringify(body));
}

export function logResizeComplete(
  log: EventLog,
  world: World,
  pool: PoolState,
  resize: Resize,
  resultCode: string,
): void {
  const body = {
    id: pool.input.id,
    nodeDeallocationOption: optionText(pool, resize.option),
    ...counts(pool),
    startTime: instantText(log, resize.startedAt),
    endTime: instantText(log, world.now),
    resultCode,
  };
  logEvent(log, world.now, 'PoolResizeComplete', JSON.stringify(body));
}

/** A success carries an error object of empty texts in the event, unlike in the REST answer (language.md section 6). */
export function logAutoScale(
  log: EventLog,
  world: World,
  pool: PoolState,
  run: AutoScaleRunRecord,
  formula: string,
): void {
  const body = {
    id: pool.input.id,
    timestamp: instantText(log, world.now),
    formula,
    results: run.results,
    error: run.error ?? { code: '', message: '', values: [] },
  };
  logEvent(log, world.now, 'PoolAutoscale', JSON.stringify(body));
}

export function logPoolDeleteStart(log: EventLog, world: World, pool: PoolState): void {
  logEvent(log, world.now, 'PoolDeleteStart', JSON.stringify({ id: pool.input.id }));
}

export function logPoolDeleteComplete(log: EventLog, world: World, pool: PoolState): void {
  const body = {
    id: pool.input.id,
    startTime: instantText(log, pool.deleteStartedAt),
    endTime: instantText(log, world.now),
  };
  logEvent(log, world.now, 'PoolDeleteComplete', JSON.stringify(body));
}
