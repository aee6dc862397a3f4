import type { SimulationInput } from '../simulator/input/simulation-input.js';
import type { RunRecord } from '../simulator/record/run-record.js';
import {
  createSimulation,
  type SimulationOptions,
  type SimulationProgress,
} from '../simulator/simulation.js';

export interface RunOptions extends SimulationOptions {
  /** Ends the run early; its record is then marked partial and `interrupted`. */
  readonly signal?: AbortSignal | undefined;
  /** Called between slices of work. */
  readonly onProgress?: ((progress: SimulationProgress) => void) | undefined;
}

/** Milliseconds of work between two looks at the event loop. */
const sliceMilliseconds = 50;
const firstSlice = 10_000;
const largestSlice = 10_000_000;

/** Lets timers, signals and a page's events have their turn. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * Runs a scenario without blocking its thread. The clock of the machine only decides how many events a slice has; the record
 * does not depend on it, unless the run is aborted.
 */
export async function runSimulation(
  input: SimulationInput,
  options: RunOptions = {},
): Promise<RunRecord> {
  const { signal, onProgress, ...simulationOptions } = options;
  const simulation = createSimulation(input, simulationOptions);
  let events = firstSlice;
  while (signal?.aborted !== true) {
    const start = performance.now();
    if (!simulation.advance(events)) break;
    const elapsed = Math.max(performance.now() - start, 1);
    const wanted = Math.round((events * sliceMilliseconds) / elapsed);
    events = Math.min(largestSlice, Math.max(1000, Math.min(wanted, 4 * events)));
    onProgress?.(simulation.progress);
    await nextTurn();
  }
  return simulation.record();
}
