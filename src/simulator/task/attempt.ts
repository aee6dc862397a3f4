import type { Quanta } from '../../base/time/quanta.js';
import { taskFailureCodes, type FailurePhase } from '../../workload/task-failure-codes.js';
import type {
  ExitCodeShare,
  FailureShare,
  TaskConstraints,
  TaskSettings,
} from '../../workload/task-settings.js';
import { faultyExitCode, slowdown } from '../faults/task-faults.js';
import type { World } from '../world.js';
import type { AttemptEnding, TaskDetail } from './task-detail.js';
import { coordinatedPreparation, coordinationFails } from './multi-instance/attempt-time.js';
import { diskFullEnding } from './fill-disk.js';
import { preparationTime, uploadTime } from './transfer-times.js';

/** Draw numbers of an attempt in its stream, so that no two uses share a number. */
const attemptDraw = { preprocessing: 0, exitCode: 1, upload: 2, count: 3 } as const;

/** Decides how the attempt that starts now will end; returns its duration. */
export function beginAttempt(world: World, task: number): Quanta {
  const detail = world.tasks.details.get(task)!;
  const ending =
    diskFullEnding(world, task, detail.settings) ?? endingOfAttempt(world, task, detail);
  detail.attempt = withinWallClock(world, ending, detail.settings);
  return detail.attempt.duration;
}

/** The ending of an attempt, cut short where it takes longer than maxWallClockTime. */
export function withinWallClock(
  world: World,
  ending: AttemptEnding,
  { maxWallClockTime = Infinity }: TaskConstraints,
): AttemptEnding {
  if (ending.duration <= maxWallClockTime) return ending;
  return {
    // Service.md section 4.3, recorded: this exit code, with category ServerError and code TaskEnded.
    duration: maxWallClockTime,
    exitCode: world.parameters['task.wall_clock_exit_code'],
    failure: 'TaskEnded',
    ...(ending.diskBytes === undefined ? {} : { diskBytes: ending.diskBytes }),
    uncut: ending,
  };
}

function endingOfAttempt(world: World, task: number, detail: TaskDetail): AttemptEnding {
  const { settings } = detail;
  const { runTime } = world.tasks;
  const draw = (use: number): number =>
    world.attemptDraws.uniform(
      world.tasks.number[task]!,
      detail.endedAttempts * attemptDraw.count + use,
    );
  const early = failureIn(settings, 'preprocessing', () => draw(attemptDraw.preprocessing));
  const { multiInstance } = settings;
  const gang = multiInstance && coordinatedPreparation(world, task, settings);
  const preparation = gang?.beforeCoordination ?? preparationTime(world, task, settings);
  if (early !== undefined) return { duration: preparation, exitCode: null, failure: early };

  let ready = preparation;
  if (multiInstance !== undefined) {
    ready += multiInstance.coordinationTime;
    if (coordinationFails(world, task, multiInstance)) {
      return { duration: ready, exitCode: 1, failure: 'FailureExitCode' };
    }
    ready += gang!.files;
  }
  const pool = world.pools[world.nodes.pool[world.tasks.node[task]!]!]!;
  const exitCode =
    faultyExitCode(world, pool, task) ??
    drawnExitCode(settings.exitCodes, () => draw(attemptDraw.exitCode)) ??
    world.tasks.exitCode[task]!;
  const duration =
    ready +
    Math.round(runTime[task]! * slowdown(world, pool, task)) +
    uploadTime(world, settings, exitCode);
  const late = failureIn(settings, 'upload', () => draw(attemptDraw.upload));
  const failure = late ?? (exitCode === 0 ? undefined : 'FailureExitCode');
  return { duration, exitCode, failure };
}

function drawnExitCode(
  exitCodes: readonly ExitCodeShare[] | undefined,
  draw: () => number,
): number | undefined {
  return exitCodes === undefined ? undefined : drawnShare(exitCodes, draw())?.code;
}

function failureIn(
  { failures }: TaskSettings,
  phase: FailurePhase,
  draw: () => number,
): FailureShare['code'] | undefined {
  const possible = failures?.filter(({ code }) => taskFailureCodes[code].phase === phase) ?? [];
  return possible.length === 0 ? undefined : drawnShare(possible, draw())?.code;
}

/** The entry in whose share of [0, 1) the draw falls; undefined in what the shares leave. */
function drawnShare<T extends { readonly share: number }>(
  entries: readonly T[],
  draw: number,
): T | undefined {
  let end = 0;
  for (const entry of entries) {
    end += entry.share;
    if (draw < end) return entry;
  }
  return undefined;
}
