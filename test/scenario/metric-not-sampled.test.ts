import { expect, it } from 'vitest';

import { run, withFolder } from '../acceptance/command.js';

it('a formula that reads a metric which is not modelled is told so, with its place', () => {
  const scenario = `until: PT1H
pools:
  - { id: pool, vmSize: any, enableAutoScale: true, autoScaleFormula: { file: a.autoscale } }
jobs: []
`;
  const formula = 'load = avg($CPUPercent.GetSample(5));\n$TargetDedicatedNodes = 1;\n';
  withFolder({ 's.scenario.yaml': scenario, 'a.autoscale': formula }, (cwd) => {
    const { status, stderr } = run(['simulate', 's.scenario.yaml'], { cwd });
    expect(status).toBe(0);
    expect(stderr).toContain('$CPUPercent has no samples: no task says what it uses (key usage)');
    expect(stderr).toContain('a.autoscale:1:12');
  });
});
