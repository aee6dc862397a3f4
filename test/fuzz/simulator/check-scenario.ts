import { hasErrors, type Diagnostic } from '../../../src/base/diagnostics/diagnostic.js';
import { loadScenario } from '../../../src/scenario/index.js';
import type { SimulationInput } from '../../../src/simulator/index.js';
import { memoryFiles } from '../../support/memory-files.js';
import { checkRun, type Failure } from './check-run.js';
import type { Json } from './scenario-draft.js';

const scenarioLoads = 'the scenario loads';

/** Loads a scenario file and runs it with everything checked; undefined where all is well. */
export async function checkScenario(file: Json): Promise<Failure | undefined> {
  const loaded = await loadInput(file);
  return 'broken' in loaded ? loaded : checkRun(loaded);
}

async function loadInput(file: Json): Promise<SimulationInput | Failure> {
  const source = { name: 'random.scenario.yaml', text: JSON.stringify(file) };
  const { value, diagnostics } = await loadScenario(source, memoryFiles({}));
  if (value === undefined) return notLoaded(diagnostics);
  const input = value.input();
  return input.value === undefined || hasErrors(input.diagnostics)
    ? notLoaded(input.diagnostics)
    : input.value;
}

function notLoaded(diagnostics: readonly Diagnostic[]): Failure {
  const detail = diagnostics.map(({ message }) => message).join('\n');
  return { broken: scenarioLoads, detail };
}
