import { stringify } from 'yaml';

import { plainPalette } from '../base/diagnostics/render.js';
import type { SourceText } from '../base/text/source-text.js';
import { runSimulation } from '../experiment/run.js';
import { renderRunSummary, runNotes } from '../report/index.js';
import { loadScenario, type ScenarioFiles } from '../scenario/index.js';

/** A pool that the formula scales, and a burst of tasks: enough to see it grow and shrink. */
const scenario = {
  seed: 1,
  pools: [
    {
      id: 'pool',
      vmSize: 'any',
      taskSlotsPerNode: 1,
      enableAutoScale: true,
      autoScaleEvaluationInterval: 'PT5M',
    },
  ],
  jobs: [
    {
      id: 'burst',
      poolInfo: { poolId: 'pool' },
      tasks: [
        {
          arrivals: { poisson: { mean: 18 } },
          runTime: { lognormal: { median: 300, sigma: 0.5 } },
          count: 200,
        },
      ],
    },
  ],
};

/** The scenario names no file. */
const noFiles: ScenarioFiles = {
  resolve: (_, reference) => reference,
  readText: absent,
  async *readBytes(path) {
    yield await absent(path);
  },
};

function absent(path: string): Promise<never> {
  return Promise.reject(Object.assign(new Error(path), { code: 'ENOENT' }));
}

/** Simulates an hour of 200 tasks on a pool that the formula scales, and tells its figures. */
export async function simulateBurst(formula: SourceText): Promise<string> {
  const pools = scenario.pools.map((pool) => ({ ...pool, autoScaleFormula: formula.text }));
  const text = stringify({ ...scenario, pools });
  const { value, diagnostics } = await loadScenario({ name: 'burst.scenario.yaml', text }, noFiles);
  const input = value?.input();
  if (input?.value === undefined) {
    return [...diagnostics, ...(input?.diagnostics ?? [])].map(({ message }) => message).join('\n');
  }
  const record = await runSimulation(input.value);
  return renderRunSummary(record, { palette: plainPalette, notes: runNotes(record) });
}
