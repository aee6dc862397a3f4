import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';
import { expect, it } from 'vitest';

import { root, run, withFolder } from '../acceptance/command.js';

it('the scenario of docs/scenarios.md runs', () => {
  const blocks = [
    ...readFileSync(join(root, 'docs/scenarios.md'), 'utf8').matchAll(/```yaml\n([^`]*)```/g),
  ];
  const scenario = blocks.map((block) => block[1]!).find((text) => text.startsWith('name:'))!;
  // A record of two processors in place of the trace that the guide names.
  const swf = '1 0 -1 60 2 -1 -1 2 -1 -1 1 1 1 1 1 -1 -1 -1\n';
  const files = {
    'night.scenario.yaml': scenario.replace('frames.swf.gz', 'frames.swf'),
    'frames.swf': swf,
    'render.autoscale': '$TargetDedicatedNodes = min(9, max(0, $PendingTasks.GetSample(1)));\n',
    'prices.yaml': 'currency: USD\nnodeHour:\n  Standard_D4s_v5: { dedicated: "0.2" }\n',
  };
  withFolder(files, (cwd) => {
    const outcome = run(['simulate', 'night.scenario.yaml', '--format', 'json'], { cwd });
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    const { record } = JSON.parse(outcome.stdout) as { record: { tasks: { succeeded: number } } };
    expect(record.tasks.succeeded).toBe(2 + 1000 + 1);
    expect((parse(scenario) as { name: string }).name).toBe('night');
  });
});
