import {
  createSimulation,
  InvariantError,
  type RunRecord,
  type SimulationInput,
  type SimulationOptions,
} from '../../../src/simulator/index.js';
import { littlesLawError } from '../../support/littles-law.js';
import { differences } from '../../support/recompute/differences.js';
import { parseLog } from '../../support/recompute/log-line.js';
import { recomputeRecord } from '../../support/recompute/recompute-record.js';

/** What went wrong with a scenario: what should have held, and how it did not. */
export interface Failure {
  readonly broken: string;
  readonly detail: string;
}

const noException = 'no exception';
export const figuresFollow = 'every figure follows from the event log';
const runEnds = 'the run ends';
export const littlesLaw = "Little's law holds";
export const sameAgain = 'a run is the same without checks';

/** A run that goes on for longer has no end: 180 simulated days without progress, which stop a run, are a tenth of it. */
const mostEvents = 20_000_000;

/** Checking after every event is slow, and what a long run does after these it has done before. */
const checkedEvents = 8_000;

/** Runs an input with everything checked. */
export function checkRun(input: SimulationInput): Failure | undefined {
  let text = '';
  const writeLog = (lines: string): void => {
    text += lines;
  };
  try {
    const record = run(input, checkedEvents, { writeLog, checkInvariants: true });
    const lines = parseLog(text);
    const recomputed = recomputeRecord(lines, input, record.end.atSeconds);
    const wrong = differences(record, recomputed);
    if (wrong.length > 0) return { broken: figuresFollow, detail: wrong.join('\n') };
    const little = littlesLawError(record, lines);
    if (little !== undefined) return { broken: littlesLaw, detail: little };
    return checkWhole(input, record);
  } catch (error) {
    if (error instanceof InvariantError) {
      return { broken: error.invariant, detail: error.message };
    }
    const detail = error instanceof Error ? String(error.stack) : String(error);
    return { broken: noException, detail };
  }
}

/** The run without checks ends, and ends as the checked one did where that saw the end. */
function checkWhole(input: SimulationInput, checked: RunRecord): Failure | undefined {
  const record = run(input, mostEvents);
  if (record.end.partial) return { broken: runEnds, detail: `not after ${mostEvents} events` };
  return checked.end.partial || JSON.stringify(record) === JSON.stringify(checked)
    ? undefined
    : { broken: sameAgain, detail: 'the records of two runs differ' };
}

function run(input: SimulationInput, events: number, options: SimulationOptions = {}): RunRecord {
  const simulation = createSimulation(input, options);
  simulation.advance(events);
  return simulation.record();
}
