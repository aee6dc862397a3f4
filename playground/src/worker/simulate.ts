import { runSimulation } from '../../../src/experiment/run.js';
import { simulateJson } from '../../../src/report/json/simulate-json.js';
import { runNotes } from '../../../src/report/notes/run-notes.js';
import { loadScenario } from '../../../src/scenario/index.js';
import type { Answers, PlacedDiagnostic, SimulatedRun, SimulateRequest } from './messages.js';
import { placeDiagnostics } from './place-diagnostics.js';
import { formulaFile, virtualFiles } from './virtual-files.js';

export const scenarioFile = 'scenario.yaml';

/** Runs a scenario under each formula, with the same seed: what `poolscale simulate` answers. */
export async function simulate(
  { scenario, formulas, files }: SimulateRequest,
  onProgress: (tasks: number) => void,
): Promise<Answers['simulate']> {
  const runs: SimulatedRun[] = [];
  const diagnostics: PlacedDiagnostic[] = [];
  for (const formula of formulas) {
    const text = { name: scenarioFile, text: scenario };
    const loaded = await loadScenario(text, virtualFiles(formula, files));
    const found = [...loaded.diagnostics];
    const input = loaded.value?.input();
    found.push(...(input?.diagnostics ?? []));
    // Both formulas meet one scenario: what is wrong with it is said once.
    const placed = placeDiagnostics(found, scenarioFile);
    const isFirst = runs.length === 0 && diagnostics.length === 0;
    diagnostics.push(...placed.filter(({ file }) => isFirst || file === formulaFile));
    if (input?.value === undefined) return { runs: [], diagnostics };
    const record = await runSimulation(input.value, {
      onProgress: (progress) => {
        onProgress(progress.tasksFinished);
      },
    });
    runs.push({
      record,
      notes: runNotes(record, input.value.parameters),
      json: simulateJson(record),
    });
  }
  return { runs, diagnostics };
}
