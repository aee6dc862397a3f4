import { describe, expect, it } from 'vitest';

import { lintFormula } from '../../../src/lint/lint-formula.js';
import type { LintOptions } from '../../../src/lint/lint-options.js';
import { readIgnoreDirective } from '../../../src/lint/ignore/read-ignore-directive.js';

const window = '$PendingTasks.GetSample(TimeInterval_Minute * 5)';
const other = '$RunningTasks.GetSample(TimeInterval_Minute * 5)';
const done = '$NodeDeallocationOption = taskcompletion;';

function lint(text: string, options?: LintOptions): { found: string[]; ignored: number } {
  const { diagnostics, ignored } = lintFormula({ name: 'formula', text }, options);
  return { found: diagnostics.map(({ code }) => code), ignored };
}

describe('an ignore comment', () => {
  it('on a line of its own covers the statement that begins on the next line of code', () => {
    const text = `// poolscale-ignore unguarded-window -- samples are never missing here
// why it is so

$TargetDedicatedNodes = min(4,
  avg(${window}));
${done}`;
    expect(lint(text)).toEqual({ found: [], ignored: 1 });
  });

  it('at the end of a line covers that line', () => {
    const text = `$TargetDedicatedNodes = min(4, avg(${window})); // poolscale-ignore unguarded-window
${done}`;
    expect(lint(text)).toEqual({ found: [], ignored: 1 });
  });

  it('covers no other line', () => {
    const text = `// poolscale-ignore unguarded-window
a = avg(${window});
$TargetDedicatedNodes = min(4, a, avg(${other}));
${done}`;
    expect(lint(text)).toEqual({ found: ['unguarded-window'], ignored: 1 });
  });

  it('for the file covers all of it', () => {
    const text = `a = avg(${window});
$TargetDedicatedNodes = min(4, a, avg(${other}));
${done}
// poolscale-ignore-file unguarded-window`;
    expect(lint(text)).toEqual({ found: [], ignored: 2 });
  });

  it('that holds nothing back is a finding', () => {
    const text = `// poolscale-ignore unguarded-window\n$TargetDedicatedNodes = 1;\n${done}`;
    expect(lint(text)).toEqual({ found: ['unused-ignore'], ignored: 0 });
  });

  it('names several rules, each of which must be of use', () => {
    const text = `// poolscale-ignore unguarded-window, guard-other-metric
$TargetDedicatedNodes = min(4, avg(${window}));
${done}`;
    expect(lint(text)).toEqual({ found: ['unused-ignore'], ignored: 1 });
  });

  it('until a day holds on that day and not after it', () => {
    const text = `// poolscale-ignore unguarded-window until 2026-03-31 -- until the new template is out
$TargetDedicatedNodes = min(4, avg(${window}));
${done}`;
    expect(lint(text, { today: '2026-03-31' })).toEqual({ found: [], ignored: 1 });
    const found = ['expired-ignore', 'unguarded-window'];
    expect(lint(text, { today: '2026-04-01' })).toEqual({ found, ignored: 0 });
    expect(lint(text)).toEqual({ found: [], ignored: 1 });
  });

  it.each([
    '// poolscale-ignore',
    '// poolscale-ignore unguarded-windows',
    '// poolscale-ignore syntax-error',
    '// poolscale-ignore unguarded-window until tomorrow',
  ])('%s cannot be followed', (comment) => {
    const text = `$TargetDedicatedNodes = 1;\n${done}\n${comment}`;
    expect(lint(text)).toEqual({ found: ['invalid-ignore'], ignored: 0 });
  });

  it('has a reason where one is required', () => {
    const text = (reason: string): string =>
      `$TargetDedicatedNodes = min(4, avg(${window})); // poolscale-ignore unguarded-window${reason}\n${done}`;
    const options = { requireReason: true };
    expect(lint(text(''), options).found).toEqual(['unguarded-window', 'invalid-ignore']);
    expect(lint(text(' -- a test pool'), options)).toEqual({ found: [], ignored: 1 });
  });
});

describe('the text of an ignore comment', () => {
  it('has rules, a day and a reason', () => {
    expect(readIgnoreDirective(' poolscale-ignore a, b until 2026-12-31 -- why -- so')).toEqual({
      scope: 'line',
      rules: ['a', 'b'],
      until: '2026-12-31',
      reason: 'why -- so',
    });
    expect(readIgnoreDirective('poolscale-ignore-file a')).toEqual({ scope: 'file', rules: ['a'] });
  });

  it('is none where it says something else', () => {
    expect(readIgnoreDirective(' see poolscale-ignore')).toBeUndefined();
    expect(readIgnoreDirective(' poolscale-ignored')).toBeUndefined();
  });
});
