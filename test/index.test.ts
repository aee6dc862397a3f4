import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { check, compile, createSnapshot, evaluate, parse, readMetricsFile } from '../src/index.js';

const empty = createSnapshot({ ...readMetricsFile({ name: 'm', text: '' }).value!, now: 0 });

describe('the library', () => {
  it('answers what its documentation says', () => {
    const text = readFileSync(new URL('../src/index.ts', import.meta.url), 'utf8');
    const lines = /@example\n((?: \* .*\n)+)/
      .exec(text)![1]!
      .split('\n')
      .map((line) => line.slice(3));
    const result = lines.findIndex((line) => line.startsWith('// '));
    const code = [...lines.slice(0, result - 1), `return ${lines[result - 1]!}`].join('\n');
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the example is text of this repository
    const run = new Function('readMetricsFile', 'createSnapshot', 'evaluate', code) as (
      ...names: unknown[]
    ) => string;
    expect(`// '${run(readMetricsFile, createSnapshot, evaluate)}'`).toBe(lines[result]);
  });

  it('parses', () => {
    expect(parse('a = 1; // note').value).toMatchObject({
      statements: [{ kind: 'assignment', name: { text: 'a' }, span: { start: 0, end: 5 } }],
      comments: [{ kind: 'line', text: '// note' }],
    });
  });

  it('checks', () => {
    const { value, diagnostics } = check('x = $PendingTask.GetSample(1);', {
      name: 'pool.autoscale',
    });
    expect(value!.statements).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      message: '$PendingTask is not defined here; did you mean $PendingTasks?',
      source: { name: 'pool.autoscale' },
    });
  });

  it('compiles once and evaluates often', () => {
    let draw = 0;
    const run = compile('$TargetDedicatedNodes = rand();').value!.createEvaluator(() => draw++);
    expect([run(empty), run(empty)].map((each) => each.targetDedicatedNodes)).toEqual([0, 1]);
  });

  it('gives the answer with status 400 where there is no run', () => {
    const { value, serviceError } = evaluate('x = (1;', empty);
    expect(value).toBeUndefined();
    expect(serviceError).toEqual({
      code: 'AutoScalingFormulaSyntaxError',
      message: 'The specified auto-scaling formula has a syntax error.',
      values: [{ name: 'Message', value: "Line 1, Col 7: expected ')', found ';'" }],
    });
  });
});
