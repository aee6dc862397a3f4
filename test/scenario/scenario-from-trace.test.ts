import { describe, expect, it } from 'vitest';

import { scenarioFromTrace, type TraceScenarioOptions } from '../../src/scenario/index.js';
import { simulate } from '../../src/simulator/index.js';
import { memoryFiles, renderAll } from '../support/memory-files.js';

const formula = { name: 'a.autoscale', text: '$TargetDedicatedNodes = 2;' };
const files = memoryFiles({
  'dir/t.csv': 'submit,duration,job\n0,10,night\n5,20,day\n',
  'p.yaml': 'currency: USD\nnodeHour: { D4: { dedicated: 0.2 } }\n',
});
const from = (
  options: Omit<TraceScenarioOptions, 'trace'> & { trace?: string },
): ReturnType<typeof scenarioFromTrace> =>
  scenarioFromTrace({ trace: 'dir/t.csv', ...options }, formula, files);

describe('a scenario from a trace', () => {
  it('is one pool that the formula scales, with the jobs of the trace', async () => {
    const loaded = await from({});
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.value!.name).toBe('t.csv');
    expect(loaded.value!.autoScalePools).toEqual(['pool']);
    const input = loaded.value!.input().value!;
    expect(input.jobs.map(({ id }) => id)).toEqual(['night', 'day']);
    expect(input.pools[0]).toMatchObject({
      taskSlotsPerNode: 1,
      autoScale: { formula: formula.text },
    });
    expect(simulate(input).tasks.succeeded).toBe(2);
  });

  it('takes the options of the command line', async () => {
    const loaded = await from({
      taskSlotsPerNode: 4,
      vmSize: 'D4',
      evaluationInterval: 'PT5M',
      seed: '9',
      maxTaskRetryCount: 3,
      parameters: {
        'sched.latency_s': '{ constant: 4 }',
        'sample.loss': '0.5',
        'bill.from': 'starting',
      },
      prices: 'p.yaml',
    });
    const input = loaded.value!.input().value!;
    expect(input).toMatchObject({
      seed: '9',
      pools: [{ taskSlotsPerNode: 4, vmSize: 'D4', autoScale: { evaluationInterval: 1_200_000 } }],
      jobs: [{ maxTaskRetryCount: 3 }, { maxTaskRetryCount: 3 }],
      parameters: {
        'sched.latency_s': { constant: 4 },
        'sample.loss': 0.5,
        'bill.from': 'starting',
      },
      prices: { currency: 'USD' },
    });
  });

  it.each([
    [
      { taskSlotsPerNode: 0 },
      'error[bad-value]: taskSlotsPerNode is 0; expected a number of at least 1',
    ],
    [
      { evaluationInterval: 'PT1M' },
      'error[invalid-property]: autoScaleEvaluationInterval must be from PT5M to PT168H (the service answers InvalidPropertyValue)',
    ],
    [{ trace: 'no.csv' }, 'error[unreadable-file]: no.csv cannot be read: there is no such file'],
    [
      { format: 'cvs' },
      'error[bad-value]: format is "cvs"; expected swf, nextflow, azure-batch or csv\n   = help: did you mean csv?',
    ],
    [
      { parameters: { 'sample.los': 1 } },
      'error[unknown-key]: unknown key sample.los in parameters\n   = help: did you mean sample.loss?',
    ],
    [
      { prices: 'p.yaml' },
      'error[pool-without-price]: there is no dedicated price for vmSize unspecified\n   = help: prices are given for D4',
    ],
  ])('answers %o without a place in a file that nobody wrote', async (options, message) => {
    const loaded = await from(options);
    expect(loaded.value).toBeUndefined();
    expect(renderAll(loaded)).toBe(message);
  });

  it('reports errors of the formula in the formula', async () => {
    const bad = { name: 'bad.autoscale', text: '$TargetDedicatedNodes = $Unknown;' };
    const loaded = await scenarioFromTrace({ trace: 'dir/t.csv' }, bad, files);
    expect(renderAll(loaded.value!.input())).toContain(' --> bad.autoscale:1:25\n');
  });
});
