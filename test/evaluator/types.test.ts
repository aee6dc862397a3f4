import { describe, expect, it } from 'vitest';

import { compileFormula } from '../../src/evaluator/compile-formula.js';
import { binaryRows, unaryRows, type BinaryOperator } from '../../src/language/operators.js';
import { emptyPool } from '../../src/metrics/metrics-snapshot.js';

const view = { ...emptyPool, now: 0, samplePeriod: 300_000_000, samples: () => undefined };

const examples = {
  double: '3',
  doubleVec: 'vec(1, 2)',
  string: '"a"',
  timestamp: 'time()',
  timeinterval: 'TimeInterval_Hour',
};
type Type = keyof typeof examples;
const types = Object.keys(examples) as Type[];
const operators: BinaryOperator[] = [
  '+',
  '-',
  '*',
  '/',
  '<',
  '<=',
  '>',
  '>=',
  '==',
  '!=',
  '&&',
  '||',
];

function outcome(expression: string): { checked: string; ran: string; findings: number } {
  const { value, diagnostics } = compileFormula({ name: 'f', text: `x = ${expression};` });
  const run = value!.createEvaluator(() => 0)(view);
  const ran = run.error === undefined ? run.variables.get('x')!.type : 'failed';
  return { checked: value!.program.statements[0]!.value.type, ran, findings: diagnostics.length };
}

const pairs = types.flatMap((left) =>
  types.flatMap((right) => operators.map((operator) => [left, operator, right] as const)),
);

describe('the operator table', () => {
  it.each(pairs)('%s %s %s', (left, operator, right) => {
    const row = binaryRows.find(
      (each) => each.left === left && each.right === right && each.operators.includes(operator),
    );
    const { checked, ran, findings } = outcome(`${examples[left]} ${operator} ${examples[right]}`);
    if (row === undefined) {
      expect([ran, findings]).toEqual(['failed', 1]);
    } else {
      expect([checked, ran, findings]).toEqual([row.result, row.result, 0]);
    }
  });

  it.each(
    types.flatMap((type) => (['-', '!'] as const).map((operator) => [operator, type] as const)),
  )('%s%s', (operator, type) => {
    const row = unaryRows.find(
      (each) => each.operand === type && each.operators.includes(operator),
    );
    const { checked, ran, findings } = outcome(operator + examples[type]);
    if (row === undefined) expect([ran, findings]).toEqual(['failed', 1]);
    else expect([checked, ran, findings]).toEqual([row.result, row.result, 0]);
  });
});
