import { expect } from 'vitest';

import {
  simulate,
  type Operation,
  type RunRecord,
  type SimulationInput,
  type TimedOperation,
} from '../../src/simulator/index.js';
import { differences } from './recompute/differences.js';
import { parseLog, type LogLine } from './recompute/log-line.js';
import { recomputeRecord } from './recompute/recompute-record.js';
import { input, pool, seconds, type InputSettings } from './simulation-input.js';

/** What a run leaves behind: its record, and its event log as lines and as the text that was written. */
export interface LoggedRun {
  readonly record: RunRecord;
  readonly log: readonly LogLine[];
  readonly text: string;
}

/** Runs an input to its end, with the invariants of the simulator checked after every event. */
export function runLogged(simulated: SimulationInput): LoggedRun {
  let text = '';
  const record = simulate(simulated, {
    writeLog: (lines) => (text += lines),
    checkInvariants: true,
  });
  return { record, log: parseLog(text), text };
}

/** The same, on a pool of one node where the settings name no pools. */
export function runOnOneNode(settings: InputSettings): LoggedRun {
  return runLogged(input({ pools: [pool({ targetDedicatedNodes: 1 })], ...settings }));
}

/** The same as `runLogged`, of a run of which every figure of the record must follow from the event log. */
export function runRecomputed(simulated: SimulationInput): LoggedRun {
  const run = runLogged(simulated);
  const { record, log } = run;
  expect(differences(record, recomputeRecord(log, simulated, record.end.atSeconds))).toEqual([]);
  return run;
}

/** Requests to the service: [when, what], in seconds where nothing else is said. */
export type Requests = readonly (readonly [at: number, operation: Operation])[];

/** Requests as operations of an input; `timeOf` is `minutes` where they are written in minutes. */
export function requestsOf(
  requests: Requests,
  timeOf: (count: number) => number = seconds,
): TimedOperation[] {
  return requests.map(([at, operation]) => ({ at: timeOf(at), operation }));
}

/** What the service answered to each request: `200 accepted` or `409 JobExists`. */
export function answersOf({ operations }: RunRecord): string[] {
  return operations.map(({ httpStatus, error }) => `${httpStatus} ${error?.code ?? 'accepted'}`);
}

/** The same without the status: `accepted` or `JobExists`. */
export function answerCodesOf({ operations }: RunRecord): string[] {
  return operations.map(({ error }) => error?.code ?? 'accepted');
}
