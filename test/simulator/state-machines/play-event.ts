import type {
  Fault,
  JobInput,
  JobScheduleInput,
  Operation,
  Parameters,
  PoolInput,
} from '../../../src/simulator/index.js';
import { answersOf, requestsOf, runLogged, type Requests } from '../../support/logged-run.js';
import type { LogLine } from '../../support/recompute/log-line.js';
import { input, seconds, type TestTask } from '../../support/simulation-input.js';

/** How a thing comes into a state: what happens before, and when it is in the state, in seconds. */
export interface Situation {
  readonly state: string;
  /** What else is so, where one state comes in several kinds. */
  readonly detail?: string;
  readonly pool: PoolInput;
  readonly at: number;
  readonly tasks?: readonly TestTask[];
  readonly job?: Partial<JobInput>;
  readonly jobSchedules?: readonly JobScheduleInput[];
  readonly operations?: Requests;
  readonly faults?: readonly Fault[];
  readonly osUpgradeAt?: number;
  readonly parameters?: Partial<Parameters>;
}

/** Something that may happen in any state; a fault, or what settings of the job and its tasks bring about, is made for its time, in seconds. */
export type StateEvent = { readonly name: string } & (
  | { readonly kind: 'operation'; readonly operation: Operation; readonly job?: Partial<JobInput> }
  | { readonly kind: 'fault'; readonly fault: (at: number) => Fault }
  | {
      readonly kind: 'settings';
      readonly change: (at: number) => Pick<Situation, 'job' | 'tasks'>;
    }
);

/** A state machine: its states, its events, and how lines of the event log show its state. */
export interface StateMachine {
  readonly title: string;
  readonly situations: readonly Situation[];
  readonly events: readonly StateEvent[];
  /** The state that a line of the log puts the thing in, out of the one it was in; undefined where it changes none. */
  readonly stateAfter: (line: LogLine, before: string | undefined) => string | undefined;
}

/** What a run shows of one event in one state. */
export interface Cell {
  readonly before: string | undefined;
  /** HTTP status and error of an operation. */
  readonly answer: string;
  /** The states that follow at that instant, in order; empty where the thing stays as it is. */
  readonly after: readonly string[];
}

/** Lets an event happen in a situation, in a run whose invariants are checked. */
export function playEvent(machine: StateMachine, situation: Situation, event: StateEvent): Cell {
  const { at, pool, operations = [], faults = [], osUpgradeAt, parameters } = situation;
  const change: Pick<Situation, 'job' | 'tasks'> =
    event.kind === 'settings'
      ? event.change(at)
      : event.kind === 'operation' && event.job !== undefined
        ? { job: event.job }
        : {};
  const tasks = [...(situation.tasks ?? []), ...(change.tasks ?? [])];
  const added: Requests = event.kind === 'operation' ? [[at, event.operation]] : [];
  const { record, log } = runLogged(
    input({
      pools: [pool],
      ...(situation.jobSchedules === undefined ? {} : { jobSchedules: situation.jobSchedules }),
      jobs: [{ id: 'job', pool: 0, maxTaskRetryCount: 0, ...situation.job, ...change.job }],
      tasks,
      until: { kind: 'time', at: seconds(at + 1) },
      operations: requestsOf([...operations, ...added]),
      faults: event.kind === 'fault' ? [...faults, event.fault(at)] : faults,
      osUpgrades: osUpgradeAt === undefined ? [] : [{ at: seconds(osUpgradeAt), poolId: 'pool' }],
      parameters: { ...times, ...parameters },
    }),
  );
  const isEvent = (line: LogLine): boolean =>
    line.t === at * 1000 && line.event === (event.kind === 'operation' ? 'Operation' : 'Fault');
  if (event.kind !== 'settings' && !log.some(isEvent))
    throw new Error(`${event.name} did not happen`);
  const moves: { readonly t: number; readonly state: string }[] = [];
  for (const line of log) {
    const state = machine.stateAfter(line, moves.at(-1)?.state);
    if (state !== undefined) moves.push({ t: line.t, state });
  }
  return {
    before: moves.findLast(({ t }) => t < at * 1000)?.state,
    answer: event.kind === 'operation' ? answersOf(record).at(-1)! : '',
    after: moves.filter(({ t }) => t === at * 1000).map(({ state }) => state),
  };
}

/** Every transient state lasts long enough to be met. */
const times: Partial<Parameters> = {
  'node.creating_to_idle_s': { constant: 40 },
  'node.reboot_s': { constant: 60 },
  'node.reimage_s': { constant: 60 },
  'node.deallocating_s': { constant: 20 },
  'node.os_upgrade_s': { constant: 60 },
  'node.leaving_s': { constant: 60 },
  'preempt.return_s': { constant: 1000 },
};
