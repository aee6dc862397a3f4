import { expect, it } from 'vitest';

import { compileFormula } from '../../src/evaluator/compile-formula.js';
import type { AutoScaleRun } from '../../src/evaluator/autoscale-run.js';
import { createSnapshot, emptyPool } from '../../src/metrics/metrics-snapshot.js';
import { profileWith, type Profile } from '../../src/profile/profile.js';

const pool = createSnapshot({
  now: 0,
  samplePeriod: 300_000_000,
  pool: { ...emptyPool, targetDedicatedNodes: 3, targetLowPriorityNodes: 1 },
  series: new Map(),
});

function run(text: string, profile: Partial<Profile> = {}): AutoScaleRun {
  const compiled = compileFormula({ name: 'run', text }, { profile: profileWith(profile) });
  return compiled.value!.createEvaluator(() => 0.5)(pool);
}

const assignments =
  '$TargetDedicatedNodes = 7; $TargetLowPriorityNodes = 8; $NodeDeallocationOption = terminate; a = 1;';

it('a run gives the targets and the option that its formula assigned', () => {
  const outcome = run(assignments);
  expect(outcome).toMatchObject({
    timestamp: 0,
    targetDedicatedNodes: 7,
    targetLowPriorityNodes: 8,
    nodeDeallocationOption: 'terminate',
  });
  expect([...outcome.variables]).toEqual([['a', { type: 'double', value: 1 }]]);
  expect('error' in outcome).toBe(false);
});

it('a failed run gives those of the pool, whatever its result string shows', () => {
  for (const resultsOnError of ['initial', 'assigned-so-far'] as const) {
    const outcome = run(`${assignments} b = nosuch;`, { resultsOnError });
    expect(outcome).toMatchObject({
      targetDedicatedNodes: 3,
      targetLowPriorityNodes: 1,
      nodeDeallocationOption: 'requeue',
      error: { code: 'AutoScalingFormulaEvaluationError' },
    });
    expect([...outcome.variables.keys()]).toEqual(['a']);
    expect(outcome.results).toContain(
      resultsOnError === 'initial' ? '$TargetDedicatedNodes=3;' : '$TargetDedicatedNodes=7;',
    );
  }
});

it('a run that stop() discards gives those of the pool', () => {
  expect(run(`${assignments} stop();`, { stop: 'discard' })).toMatchObject({
    targetDedicatedNodes: 3,
    targetLowPriorityNodes: 1,
    nodeDeallocationOption: 'requeue',
  });
});
