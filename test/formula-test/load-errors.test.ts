import { describe, expect, it } from 'vitest';

import { locationText } from '../../src/base/diagnostics/render.js';
import { loadTestFile } from '../../src/formula-test/index.js';
import { memoryFiles } from '../support/memory-files.js';

/** `line:column: message (help)` of each error of a file of tests. */
async function errors(text: string, files: Record<string, string> = {}): Promise<string[]> {
  const { value, diagnostics } = await loadTestFile({ name: 't', text }, memoryFiles(files));
  expect(value).toBeUndefined();
  return diagnostics.map((diagnostic) => {
    const help = diagnostic.help === undefined ? '' : ` (${diagnostic.help})`;
    return `${locationText(diagnostic).slice(2)}: ${diagnostic.message}${help}`;
  });
}

const head = 'formula: y = 1; $TargetDedicatedNodes = y;\ncases:\n';

describe('a file of tests says where it is wrong', () => {
  it.each([
    ['formula: x = 1;\ncase: []', ['2:1: unknown key case (did you mean cases?)']],
    [`${head}  - { expect: {} }`, ['3:5: key name is missing in cases[0]']],
    [
      `${head}  - { name: a, expects: {} }`,
      ['3:16: unknown key expects in cases[0] (did you mean expect?)'],
    ],
    [
      `${head}  - { name: a, expect: { $TargetDedicatedNode: 1 } }`,
      [
        '3:26: unknown key $TargetDedicatedNode in cases[0].expect (did you mean $TargetDedicatedNodes?)',
      ],
    ],
    [
      `${head}  - { name: a, expect: { $TargetDedicatedNodes: few } }`,
      [
        '3:49: cases[0].expect.$TargetDedicatedNodes is "few"; expected a number (nan and inf included), a range such as 10..20, or a comparison such as >= 3',
      ],
    ],
    [
      `${head}  - { name: a, expect: { $NodeDeallocationOption: retain } }`,
      [
        '3:51: cases[0].expect.$NodeDeallocationOption is "retain"; expected requeue, terminate, taskcompletion or retaineddata',
      ],
    ],
    [
      `${head}  - { name: a, series: { $PendingTask: 1 } }`,
      ['3:26: unknown key $PendingTask in cases[0].series (did you mean $PendingTasks?)'],
    ],
    [
      `${head}  - { name: a, series: { $PendingTasks: '1 2+x 3' } }`,
      ['3:44: 2+x is no element of a series; expected a form like 4, _, 0+10x5, 60x4 or _x3'],
    ],
    [
      `${head}  - { name: a, pool: { currentDedicatedNodes: -1 } }`,
      ['3:47: cases[0].pool.currentDedicatedNodes is -1; expected a number of at least 0'],
    ],
    [
      `${head}  - { name: a, at: noon }`,
      [
        '3:20: cases[0].at is "noon"; expected a duration after start such as PT5M, or a time such as 2026-03-02T08:00:00Z',
      ],
    ],
    [
      `${head}  - { name: a, variables: { z: 1 } }`,
      ['3:29: the formula assigns no variable z (it assigns y)'],
    ],
    [
      `profile: { stop: never, sonday: 7 }\n${head}  - { name: a }`,
      [
        '1:18: profile.stop is "never"; expected keep or discard',
        '1:25: unknown key sonday in profile (did you mean sunday?)',
      ],
    ],
    [
      'formula: { file: b.autoscale }\ncases: [{ name: a }]',
      ['1:18: b.autoscale cannot be read: there is no such file'],
    ],
    [
      `${head}  - { name: a, sequence: [{}], expect: {} }`,
      [
        '3:32: unknown key expect in cases[0] (known keys are name, todo, pool, series, tolerance, resize, sequence)',
      ],
    ],
  ])('%j', async (text, expected) => {
    expect(await errors(text)).toEqual(expected);
  });

  it.each([
    [
      '{ columns: [$PendingTask], rows: [[1]] }',
      ['3:35: there is no column $PendingTask (did you mean $PendingTasks?)'],
    ],
    [
      '{ columns: [y], rows: [[1]] }',
      [
        '3:35: there is no column y (a column is a metric, a target, a count of the pool, variables.NAME, name, at, error, results, todo or tolerance)',
      ],
    ],
    ['{ columns: [at, at], rows: [[~, ~]] }', ['3:39: column at is given twice']],
    [
      '{ columns: [at, name], rows: [[~, a], [~]] }',
      ['3:61: the row has 1 values; expected 2, one for each column'],
    ],
    [
      '{ columns: [name, $TargetDedicatedNodes], rows: [[a, many]] }',
      [
        '3:76: cases[0].rows[0].expect.$TargetDedicatedNodes is "many"; expected a number (nan and inf included), a range such as 10..20, or a comparison such as >= 3',
      ],
    ],
    [
      '{ columns: [$PendingTasks], rows: [[1], [x]] }',
      ['3:64: x is no element of a series; expected a form like 4, _, 0+10x5, 60x4 or _x3'],
    ],
  ])('a table: %s', async (table, expected) => {
    expect(await errors(`${head}  - { name: a, table: ${table} }`)).toEqual(expected);
  });

  it.each([
    ['series: { $PendingTasks: 9..1 }', '9..1', 'a range such as 0..500'],
    [
      'series: { $PendingTasks: { values: 0..5, samples: 0..1e9 } }',
      '0..1e9',
      'a number of samples',
    ],
    ['series: { $PendingTasks: { values: 0..5, missing: 120% } }', '120%', 'a share such as 10%'],
    ['pool: { taskSlotsPerNode: 0..4 }', '0..4', 'a range of whole numbers from 1'],
    ['pool: { currentDedicatedNodes: 0.5..4 }', '0.5..4', 'a range of whole numbers from 0'],
  ])('forAll: %s', async (forAll, found, expected) => {
    const [message, ...others] = await errors(`${head}  - { name: a, forAll: { ${forAll} } }`);
    expect(others).toEqual([]);
    expect(message).toContain(`is "${found}"; expected ${expected}`);
  });
});

describe('hostile files are refused with a message', () => {
  const bomb = Array.from(
    { length: 12 },
    (_, level) =>
      `a${level}: &a${level} [${Array(10)
        .fill(level === 0 ? 'x' : `*a${level - 1}`)
        .join(', ')}]`,
  ).join('\n');

  it.each([
    ['an alias bomb', bomb, /aliases/],
    ['deep nesting', `cases: ${'['.repeat(5000)}`, /nested deeper/],
    [
      'a key of the prototype',
      `${head}  - { name: a, variables: { __proto__: 1 } }`,
      /not accepted/,
    ],
    ['a list instead of a file', '- 1', /expected an object/],
    ['a text', 'hello', /expected an object/],
    ['nothing', '', /empty/],
    ['binary', '\u0000\u0001\u0002', /./],
    [
      'a series of a billion samples',
      `${head}  - { name: a, series: { $PendingTasks: 1x999999999 } }`,
      /at most 2000000/,
    ],
  ])('%s', async (_, text, message) => {
    const found = await errors(text);
    expect(found.join('\n')).toMatch(message);
  });

  it('names of JavaScript are names like any other', async () => {
    const text = `formula: toString = 1;\ncases: [{ name: hasOwnProperty, variables: { toString: 1 } }]`;
    const { value, diagnostics } = await loadTestFile({ name: 't', text }, memoryFiles({}));
    expect(diagnostics).toEqual([]);
    expect(value?.cases).toHaveLength(1);
  });
});
