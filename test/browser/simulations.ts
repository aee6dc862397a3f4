// Runs alike in Node and in a browser: random scenario files over everything that the simulator models.
import { loadScenario } from '../../src/scenario/index.js';
import { simulate } from '../../src/simulator/index.js';
import { randomScenario } from '../fuzz/simulator/random-scenario.js';

/** Record and event log of a run, as text. */
export interface SimulatedText {
  readonly number: number;
  readonly record: string;
  readonly log: string;
}

/** Scenarios hold everything inline. */
const noFiles = {
  readText: (path: string): Promise<never> => Promise.reject(new Error(path)),
  readBytes: (path: string): never => {
    throw new Error(path);
  },
  resolve: (_: string, reference: string): string => reference,
};

export async function simulateScenarios(numbers: readonly number[]): Promise<SimulatedText[]> {
  const texts: SimulatedText[] = [];
  for (const number of numbers) {
    const text = JSON.stringify(randomScenario(number).file);
    const { value } = await loadScenario({ name: `${number}`, text }, noFiles);
    let log = '';
    const record = simulate(value!.input().value!, { writeLog: (lines) => (log += lines) });
    texts.push({ number, record: JSON.stringify(record), log });
  }
  return texts;
}
