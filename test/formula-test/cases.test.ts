import { describe, expect, it } from 'vitest';

import { outcomes, runText } from './run-text.js';

const follow = 'formula: $TargetDedicatedNodes = max(0, $PendingTasks.GetSample(1));\n';

async function run(text: string): Promise<Record<string, string>> {
  return outcomes(await runText(text));
}

describe('what a case expects', () => {
  it('a target is a number, a range or a comparison', async () => {
    const found = await run(`${follow}series: { $PendingTasks: 12 }
cases:
  - { name: number, expect: { $TargetDedicatedNodes: 12 } }
  - { name: range, expect: { $TargetDedicatedNodes: 10..12 } }
  - { name: comparison, expect: { $TargetDedicatedNodes: '>= 12' } }
  - { name: not, expect: { $TargetDedicatedNodes: '!= 13' } }
  - { name: wrong number, expect: { $TargetDedicatedNodes: 13 } }
  - { name: wrong range, expect: { $TargetDedicatedNodes: 13..20 } }
  - { name: wrong comparison, expect: { $TargetDedicatedNodes: '> 12' } }
  - { name: other target, expect: { $TargetLowPriorityNodes: 1 } }
`);
    expect(found).toEqual({
      number: 'passed',
      range: 'passed',
      comparison: 'passed',
      not: 'passed',
      'wrong number': '$TargetDedicatedNodes 13 <> 12',
      'wrong range': '$TargetDedicatedNodes 13..20 <> 12',
      'wrong comparison': '$TargetDedicatedNodes > 12 <> 12',
      'other target': '$TargetLowPriorityNodes 1 <> 0',
    });
  });

  it('the deallocation option, and old names of variables', async () => {
    const found = await run(`formula: |
  $TargetDedicated = 3; $NodeDeallocationOption = taskcompletion;
cases:
  - { name: right, expect: { $TargetDedicated: 3, $NodeDeallocationOption: taskcompletion } }
  - { name: wrong, expect: { $TVMDeallocationOption: requeue } }
`);
    expect(found).toEqual({
      right: 'passed',
      wrong: '$NodeDeallocationOption requeue <> taskcompletion',
    });
  });

  it('variables are numbers, vectors, or texts as the result string shows them', async () => {
    const found = await run(`formula: |
  third = 1 / 3; all = $PendingTasks.GetSample(3); wait = 90 * TimeInterval_Second; now = time();
  never = 0 / 0; unset = third > 1 ? 1 : 0; late = unset;
series: { $PendingTasks: 1 2 3 }
cases:
  - name: right
    at: 2026-03-02T09:15:00Z
    tolerance: 0.001
    variables: { third: 0.333, all: [1, 2, '> 2'], wait: 1m30s, now: '2026-03-02T09:15:00.000Z', never: nan }
  - { name: exact, variables: { third: 0.333 } }
  - { name: vector, variables: { all: [1, 2] } }
  - { name: type, variables: { all: 3, wait: 90 } }
`);
    expect(found).toEqual({
      right: 'passed',
      exact: 'third 0.333 <> 0.3333333333333333',
      vector: 'all [1, 2] <> [1,2,3]',
      type: 'all 3 <> [1,2,3]; wait 90 <> 1m30s',
    });
  });

  it('the whole result string', async () => {
    const head =
      '$TargetDedicatedNodes=0;$TargetLowPriorityNodes=0;$NodeDeallocationOption=requeue';
    const found = await run(`formula: x = 2;
cases:
  - { name: right, results: '${head};x=2' }
  - { name: wrong, results: '${head};x=3' }
`);
    expect(found).toEqual({ right: 'passed', wrong: `results ${head};x=3 <> ${head};x=2` });
  });

  it('an error by code and text, and no error unless it is expected', async () => {
    const none =
      '$TargetDedicatedNodes=0;$TargetLowPriorityNodes=0;$NodeDeallocationOption=requeue';
    const found = await run(`formula: |
  $TargetDedicatedNodes = $CurrentDedicatedNodes > 0 ? mistake : 0;
cases:
  - name: right
    pool: { currentDedicatedNodes: 1 }
    error: { code: AutoScalingFormulaEvaluationError, message: 'Undefined symbol: mistake' }
    expect: { $TargetDedicatedNodes: 0 }
  - { name: other text, pool: { currentDedicatedNodes: 1 }, error: { code: AutoScalingFormulaEvaluationError, message: x } }
  - { name: unexpected, pool: { currentDedicatedNodes: 1 }, expect: { $TargetDedicatedNodes: 7 } }
  - { name: absent, error: InsufficientSampleData }
`);
    const error = 'AutoScalingFormulaEvaluationError (Line 1, Col 54: Undefined symbol: mistake)';
    expect(found).toEqual({
      right: 'passed',
      'other text': `error AutoScalingFormulaEvaluationError with "x" in its text <> ${error}`,
      unexpected: `error none <> ${error}`,
      absent: `error InsufficientSampleData <> none, but ${none}`,
    });
  });

  it('a formula that the service refuses', async () => {
    const found = await run(`formula: x = (
cases:
  - { name: expected, error: AutoScalingFormulaSyntaxError }
  - { name: unexpected, expect: { $TargetDedicatedNodes: 0 } }
`);
    expect(found['expected']).toBe('passed');
    expect(found['unexpected']).toMatch(/^error none <> AutoScalingFormulaSyntaxError/);
  });

  it('a case with a reason in todo is skipped', async () => {
    const text = `${follow}cases: [{ name: later, todo: no samples yet, expect: { $TargetDedicatedNodes: 9 } }]`;
    expect(await run(text)).toEqual({ later: 'skipped: no samples yet' });
  });
});

describe('when a case is evaluated', () => {
  const clock = 'formula: now = time(); newest = max(0, $PendingTasks.GetSample(1));\n';
  const series = 'series: { $PendingTasks: 0+1x9 }\n';

  it.each([
    // [start, at, time(), newest visible sample]
    ['', '', '2026-01-05T00:00:00.000Z', 9],
    ['', 'at: 2026-03-02T08:00:00Z', '2026-03-02T08:00:00.000Z', 9],
    ['', 'at: PT1M', '2026-01-05T00:01:00.000Z', 2],
    ['start: 2026-03-02T08:00:00Z', '', '2026-03-02T08:04:30.000Z', 9],
    ['start: 2026-03-02T08:00:00Z', 'at: PT1M', '2026-03-02T08:01:00.000Z', 2],
    ['start: 2026-03-02T08:00:00Z', 'at: 2026-03-02T08:02:00Z', '2026-03-02T08:02:00.000Z', 4],
    ['start: 2026-03-02T08:00:00Z\nsamplePeriod: PT1M', 'at: PT2M', '2026-03-02T08:02:00.000Z', 2],
  ])('start %j and at %j', async (start, at, now, newest) => {
    const expected = `variables: { now: '${now}', newest: ${newest} }`;
    const text = `${clock}${series}${start}\ncases: [{ name: a, ${at === '' ? '' : `${at}, `}${expected} }]`;
    expect(await run(text)).toEqual({ a: 'passed' });
  });

  it('rand() follows the seed of the file', async () => {
    const text = (seed: string): string =>
      `formula: x = rand();\n${seed}cases: [{ name: a, variables: { x: 2 } }]`;
    const one = await run(text('seed: 1\n'));
    expect(await run(text(''))).toEqual(one);
    expect(await run(text('seed: 2\n'))).not.toEqual(one);
  });
});

describe('tables', () => {
  it('give one case a row, each cell where its column says', async () => {
    const found = await run(`formula: |
  busy = $CurrentDedicatedNodes;
  $TargetDedicatedNodes = max(busy, $PendingTasks.GetSample(1));
pool: { currentDedicatedNodes: 1 }
cases:
  - name: follows
    table:
      columns: [name, at, $PendingTasks, currentDedicatedNodes, $TargetDedicatedNodes, variables.busy, todo]
      rows:
        - [up, 2026-03-02T08:00:00Z, 0 4, ~, 4, 1, ~]
        - [~, ~, 2, 5, 5, ~, ~]
        - [wrong, ~, 2, 5, 6, 4, ~]
        - [later, ~, ~, ~, ~, ~, not yet]
`);
    expect(found).toEqual({
      'follows / up': 'passed',
      'follows / row 2': 'passed',
      'follows / wrong': '$TargetDedicatedNodes 6 <> 5; busy 4 <> 5',
      'follows / later': 'skipped: not yet',
    });
  });

  it('what stands beside the table holds for every row', async () => {
    const found = await run(`${follow}cases:
  - name: t
    series: { $PendingTasks: 3 }
    expect: { $TargetDedicatedNodes: 3, $TargetLowPriorityNodes: 0 }
    table: { columns: [$TargetDedicatedNodes], rows: [[~], [4]] }
`);
    expect(found).toEqual({ 't / row 1': 'passed', 't / row 2': '$TargetDedicatedNodes 4 <> 3' });
  });
});

describe('sequences', () => {
  const halve = 'formula: $TargetDedicatedNodes = floor($TargetDedicatedNodes / 2);\n';

  it('carry the targets over and go on after a failure', async () => {
    const found = await run(`${halve}cases:
  - name: down
    pool: { targetDedicatedNodes: 20 }
    sequence:
      - { expect: { $TargetDedicatedNodes: 10 } }
      - { name: wrong, expect: { $TargetDedicatedNodes: 6 } }
      - { expect: { $TargetDedicatedNodes: 2 } }
      - { pool: { targetDedicatedNodes: 9 }, expect: { $TargetDedicatedNodes: 4 } }
`);
    expect(found).toEqual({ down: 'wrong: $TargetDedicatedNodes 6 <> 5' });
  });

  it.each([
    ['', 7, 8],
    ['resize: completes', 7, 8],
    ['resize: pending', 3, 3],
  ])(
    'nodes follow the targets unless the resize is pending (%j)',
    async (resize, second, third) => {
      const found = await run(`formula: |
  have = $CurrentDedicatedNodes; $TargetDedicatedNodes = have == 3 ? 7 : 8;
cases:
  - name: nodes
    pool: { currentDedicatedNodes: 3 }
    ${resize}
    sequence:
      - { variables: { have: 3 } }
      - { variables: { have: ${second} } }
      - { variables: { have: ${third} } }
`);
      expect(found).toEqual({ nodes: 'passed' });
    },
  );

  it('the first step is an interval after start, the others an interval after the one before', async () => {
    const found = await run(`formula: now = time();
start: 2026-03-02T08:00:00Z
cases:
  - name: times
    sequence:
      - variables: { now: '2026-03-02T08:15:00.000Z' }
      - variables: { now: '2026-03-02T08:30:00.000Z' }
      - { at: PT2H, variables: { now: '2026-03-02T10:00:00.000Z' } }
      - variables: { now: '2026-03-02T10:15:00.000Z' }
`);
    expect(found).toEqual({ times: 'passed' });
  });
});

it.each(['0x3', '"0x3"', '0 0 0 0', '0+0x3', '[0, 0, 0, 0]'])(
  'a series of four zeros, %s, is no hexadecimal number',
  async (series) => {
    const text = `formula: all = $PendingTasks.GetSample(9);
series: { $PendingTasks: ${series} }
cases: [{ name: a, variables: { all: [0, 0, 0, 0] } }]`;
    expect(await run(text)).toEqual({ a: 'passed' });
  },
);

it('switches come from the file, those of the caller stand above them', async () => {
  const text = `formula: $TargetDedicatedNodes = 3; stop();
profile: { stop: discard, sunday: 7 }
cases: [{ name: a, expect: { $TargetDedicatedNodes: 0 } }]`;
  expect(outcomes(await runText(text))).toEqual({ a: 'passed' });
  expect(outcomes(await runText(text, { profile: { stop: 'keep' } }))).toEqual({
    a: '$TargetDedicatedNodes 0 <> 3',
  });
});

it('the formula may stand in a file of its own, named relative to the tests', async () => {
  const text =
    'formula: { file: pools/a.autoscale }\ncases: [{ name: a, expect: { $TargetDedicatedNodes: 2 } }]';
  const files = { 'pools/a.autoscale': '$TargetDedicatedNodes = 2;' };
  expect(outcomes(await runText(text, {}, files))).toEqual({ a: 'passed' });
});

it('runs the selected cases only', async () => {
  const text = `${follow}cases: [{ name: day }, { name: night }]`;
  const report = await runText(text, { selects: (name) => name === 'night' });
  expect(report.cases.map(({ name }) => name)).toEqual(['night']);
});
