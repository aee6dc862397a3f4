import { expect, it } from 'vitest';

import { runInterrupted, withFolder } from './command.js';

it('Ctrl-C ends with what there is, marked partial, exit code 130', async () => {
  const scenario = `name: long
seed: 1
until: P36500D
pools:
  - { id: pool, vmSize: any, enableAutoScale: true, autoScaleFormula: "$TargetDedicatedNodes = 1;", autoScaleEvaluationInterval: PT5M }
jobs: []
`;
  const folder = withFolder({}, (path) => path);
  const { mkdirSync, rmSync, writeFileSync } = await import('node:fs');
  mkdirSync(folder, { recursive: true });
  try {
    const file = `${folder}/long.scenario.yaml`;
    writeFileSync(file, scenario);
    const outcome = await runInterrupted(['simulate', file, '--format', 'json'], 3000);
    expect(outcome.status).toBe(130);
    const { record } = JSON.parse(outcome.stdout) as {
      record: { end: { reason: string; partial: boolean; atSeconds: number } };
    };
    expect(record.end).toMatchObject({ reason: 'interrupted', partial: true });
    expect(record.end.atSeconds).toBeGreaterThan(0);
    expect(outcome.stderr).not.toMatch(/^\s+at /m);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
