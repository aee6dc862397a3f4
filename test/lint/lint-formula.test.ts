import { describe, expect, it } from 'vitest';

import { lintFormula } from '../../src/lint/lint-formula.js';
import type { LintOptions } from '../../src/lint/lint-options.js';
import { ruleTable } from '../../src/lint/rule-table.js';

function lint(text: string, options?: LintOptions): string[] {
  const { diagnostics } = lintFormula({ name: 'formula', text }, options);
  return diagnostics.map(({ severity, code }) => `${severity} ${code}`);
}

const done = '$NodeDeallocationOption = taskcompletion;';

describe('a formula', () => {
  it('without a fault has no diagnostics', () => {
    expect(lint(`$TargetDedicatedNodes = 3; ${done}`)).toEqual([]);
  });

  it('has the errors of parser, checker and rules in the order of its text', () => {
    const text = `a = avg($PendingTasks.GetSample(TimeInterval_Minute * 5)); $TargetDedicatedNodes = min(4, a + b); ${done}`;
    expect(lint(text)).toEqual(['warning unguarded-window', 'error undefined-variable']);
  });

  it('that cannot be read is not judged further', () => {
    const text = 'a = avg($PendingTasks.GetSample(TimeInterval_Minute * 5));\n# no comment\n';
    expect(lint(text)).toEqual(['error hash-comment', 'error syntax-error']);
  });

  it('with an operator of another language is judged all the same', () => {
    const text = `a = avg($PendingTasks.GetSample(TimeInterval_Minute * 5)) % 2; $TargetDedicatedNodes = min(4, a); ${done}`;
    expect(lint(text)).toEqual(['warning unguarded-window', 'error unknown-operator']);
  });

  it('that is too long has that one error', () => {
    expect(lint(' '.repeat(9000))).toEqual(['error formula-too-long']);
  });
});

describe('levels', () => {
  const text = `$TargetDedicatedNodes = min(4, avg($PendingTasks.GetSample(TimeInterval_Minute * 5))); ${done}`;

  it('change the level of a rule', () => {
    const levels = new Map([['unguarded-window', 'error']] as const);
    expect(lint(text, { levels })).toEqual(['error unguarded-window']);
  });

  it('turn a rule off', () => {
    expect(lint(text, { levels: new Map([['unguarded-window', 'off']] as const) })).toEqual([]);
  });

  it('change errors for which the service refuses a formula in no way', () => {
    const levels = new Map([['unknown-function', 'off']] as const);
    expect(lint(`$TargetDedicatedNodes = maxx(1, 2); ${done}`, { levels })).toEqual([
      'error unknown-function',
    ]);
  });
});

describe('holes', () => {
  const holes = new Set(['hole1', 'hole2']);
  const clean = (text: string): void => {
    expect(lint(text, { holes })).toEqual([]);
  };

  it('are values of unknown type', () => {
    clean(`$TargetDedicatedNodes = hole1; ${done}`);
    clean(`$TargetDedicatedNodes = min(hole1, max($PendingTasks.GetSample(hole2))); ${done}`);
    clean(`hole1 = 3; ${done}`);
  });

  it('are parts of names', () => {
    clean(`$Targethole1Nodes = 4; ${done}`);
    clean(`$TargetDedicatedNodes = min(5, max(0, $hole1Tasks.GetSample(1))); ${done}`);
  });

  it('are instants, windows and percentages', () => {
    clean(`$TargetDedicatedNodes = time() < time("hole1") ? 1 : 0; ${done}`);
    const guarded = `s = $PendingTasks.GetSamplePercent(TimeInterval_Minute * hole1); t = s < 70 ? 1 : avg($PendingTasks.GetSample(TimeInterval_Minute * hole1));`;
    clean(`${guarded} $TargetDedicatedNodes = min(9, t); ${done}`);
  });

  it('are whole statements', () => {
    clean('hole1');
    clean(`hole1\n${done}`);
  });
});

describe('the table of rules', () => {
  it('has each id once, in kebab case, in order', () => {
    const ids = ruleTable.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('has summaries of one sentence without a full stop', () => {
    for (const { summary } of ruleTable) expect(summary).toMatch(/^[^A-Z].*[^.]$/);
  });
});
