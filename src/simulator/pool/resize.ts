import type { NodeDeallocationOption } from '../../evaluator/autoscale-run.js';
import { secondsToQuanta, type Quanta } from '../../base/time/quanta.js';
import { changeLevel } from '../accounting/step-series.js';
import { RESIZE_TIMEOUT } from '../kernel/event-kind.js';
import { pushEvent } from '../kernel/event-queue.js';
import { logResizeStart, logResizeStopping } from '../log/pool-events.js';
import { cancelRequests } from '../node/node-lifecycle.js';
import { DEDICATED, SPOT } from '../node/node-state.js';
import type { World } from '../world.js';
import { endResize, endResizeWhenDone } from './end-resize.js';
import { LEVEL_TARGET, type PoolState } from './pool-state.js';
import { requestNodes } from './request-nodes.js';
import { resizeError, timeoutErrors } from './resize-errors.js';
import { removeNodes } from './shrink.js';

/**
 * Sets the targets of a pool and starts the resize that they need. Unchanged targets start nothing, unless nodes are missing
 * while no resize is open and `autoscale.retry_same_target` says that the service tries again.
 */
export function setTargets(
  world: World,
  pool: PoolState,
  dedicated: number,
  spot: number,
  option: NodeDeallocationOption,
  timeout: Quanta = resizeTimeout(world, pool),
): void {
  const unchanged = pool.target[DEDICATED] === dedicated && pool.target[SPOT] === spot;
  if (unchanged) {
    const missing = pool.staying[DEDICATED] < dedicated || pool.staying[SPOT] < spot;
    const again = world.parameters['autoscale.retry_same_target'] === 'yes';
    if (!missing || !again || pool.resize !== undefined) return;
  }
  resizeTo(world, pool, dedicated, spot, option, timeout);
}

/** Starts a resize to these targets, whatever they were: what a request of a user does. */
export function resizeTo(
  world: World,
  pool: PoolState,
  dedicated: number,
  spot: number,
  option: NodeDeallocationOption,
  timeout: Quanta = resizeTimeout(world, pool),
): void {
  // A new target may come before the old one is reached (documented); the old resize ends there.
  if (pool.resize !== undefined) endResize(world, pool, 'Superseded');
  if (pool.target[DEDICATED] !== dedicated || pool.target[SPOT] !== spot) {
    pool.lastChange = world.now;
    changeTarget(world, pool, DEDICATED, dedicated);
    changeTarget(world, pool, SPOT, spot);
  }
  startResize(world, pool, option, timeout);
}

export function changeTarget(world: World, pool: PoolState, kind: 0 | 1, target: number): void {
  changeLevel(pool.series, LEVEL_TARGET + kind, target - pool.target[kind], world.now);
  pool.target[kind] = target;
}

function startResize(
  world: World,
  pool: PoolState,
  option: NodeDeallocationOption,
  timeout: Quanta,
): void {
  openResize(world, pool, option, timeout);
  for (const kind of [DEDICATED, SPOT] as const) {
    const difference = pool.target[kind] - pool.staying[kind];
    if (difference > 0) {
      const entity = pool.resizes * 2 + kind;
      for (const code of requestNodes(world, pool, kind, difference, entity, 0)) {
        pool.resize!.result = code;
        pool.resizeErrors = [...pool.resizeErrors, resizeError(code)];
      }
    }
    if (difference < 0) {
      const cancelled = cancelRequests(world, pool, kind, -difference);
      removeNodes(world, pool, kind, -difference - cancelled, option);
    }
  }
  endResizeWhenDone(world, pool);
}

/** From here to endResize the pool is in allocation state resizing; the errors of the resize before are gone. */
export function openResize(
  world: World,
  pool: PoolState,
  option: NodeDeallocationOption,
  timeout: Quanta = resizeTimeout(world, pool),
): void {
  const timeoutEvent = pushEvent(world.queue, world.now + timeout, RESIZE_TIMEOUT, pool.index);
  pool.resize = {
    startedAt: world.now,
    timeoutEvent,
    option,
    result: 'Success',
    stopping: false,
  };
  pool.resizes++;
  pool.resizeErrors = [];
  if (world.log !== undefined) logResizeStart(world.log, world, pool, option);
}

/** `resizeTimeout` is documented to have no effect on autoscale pools, yet they time out too (S1.2). */
function resizeTimeout(world: World, pool: PoolState): Quanta {
  return pool.autoScaler === undefined
    ? pool.input.resizeTimeout
    : secondsToQuanta(world.parameters['resize.autoscale_timeout_s']);
}

/** Gives up what is missing of the dedicated nodes; spot nodes are sought on, outside any resize (service.md section 1.3, rule 6). */
export function timeOutResize(world: World, pool: PoolState): void {
  if (pool.resize?.stopping === true) {
    endResize(world, pool, 'ResizeStopped');
    return;
  }
  const spot = pool.requested[SPOT];
  const dedicated = cancelRequests(world, pool, DEDICATED, Infinity);
  pool.resizeErrors = timeoutErrors({ dedicated, spot });
  endResize(world, pool, 'AllocationTimedout');
}

/**
 * Stop resize: nothing is rolled back, what was asked for and is not there yet will not come, targets stay as they are (S1.4).
 */
export function stopResize(
  world: World,
  pool: PoolState,
  duration: Quanta = secondsToQuanta(world.parameters['resize.stopping_s']),
): void {
  cancelRequests(world, pool, DEDICATED, Infinity);
  cancelRequests(world, pool, SPOT, Infinity);
  pool.resizeErrors = [resizeError('ResizeStopped')];
  if (duration === 0 || pool.resize === undefined) {
    endResize(world, pool, 'ResizeStopped');
    return;
  }
  pool.resize.stopping = true;
  pool.resize.timeoutEvent = pushEvent(
    world.queue,
    world.now + duration,
    RESIZE_TIMEOUT,
    pool.index,
  );
  if (world.log !== undefined) logResizeStopping(world.log, world, pool);
}
