import { describe, expect, it } from 'vitest';

import { check } from '../../src/index.js';

const findings = (text: string) =>
  check(text).diagnostics.map(({ severity, code, span }) => `${severity} ${code}@${span.start}`);
const message = (text: string) => check(text).diagnostics[0]!.message;

describe('what refuses the formula, in any branch', () => {
  it.each([
    ['x = 1 ? 2 : averag(1);', 'error unknown-function@12'],
    ['x = time().hours;', 'error unknown-member@11'],
    ['x = $ActiveTasks.GetSum(1);', 'error unknown-method@17'],
    ['x = val(vec(1));', 'error wrong-argument-count@4'],
    ['$ActiveTasks = 1;', 'error assign-to-read-only@0'],
    ['requeue = 1;', 'error assign-to-keyword@0'],
  ])('%s', (text, expected) => {
    expect(findings(text)).toEqual([expected]);
    expect(check(text).value).toBeUndefined();
  });
});

describe('what fails only when it is reached', () => {
  it.each([
    ['x = y;', 'error undefined-variable@4'],
    ['x = max(0, $ActiveTasks);', 'error metric-as-number@11'],
    ['x = (1).hour;', 'error member-of-value@8'],
    ['x = $CurrentDedicatedNodes.Count();', 'error method-on-value@27'],
    ['x = 1 + "a";', 'error operand-types@4'],
    ['x = "a" ? 1 : 2;', 'error condition-type@4'],
    ['x = avg("a");', 'error argument-type@8'],
    ['$TargetDedicatedNodes = time();', 'error target-type@24'],
    ['$NodeDeallocationOption = "requeue";', 'error deallocation-not-a-keyword@26'],
    ['x = 1 + requeue;', 'error misplaced-keyword@8'],
    ['x = time("2023-04-14T09:20:11.123456789Z");', 'error time-string-too-precise@9'],
  ])('%s', (text, expected) => {
    expect(findings(text)[0]).toBe(expected);
    expect(check(text).value).toBeDefined();
  });
});

describe('what may work on the service', () => {
  it.each([
    ['x = $ActiveTasks.GetSample(1) == 0;', 'warning vector-compared-with-number@4'],
    ['$TargetDedicatedNodes = $ActiveTasks.GetSample(1);', 'warning vector-assigned-to-target@24'],
    ['x = 2 * $ActiveTasks.GetSample(1);', 'warning number-before-vector@4'],
    ['round = 1;', 'warning function-name-assigned@0'],
    ['x = requeue;', 'warning keyword-in-variable@4'],
    ['x = 1 ? time() : 2;', 'warning branches-of-different-type@4'],
  ])('%s', (text, expected) => {
    expect(findings(text)).toEqual([expected]);
  });
});

describe('messages', () => {
  it.each([
    [
      'x = $PendingTask.GetSample(1);',
      '$PendingTask is not defined here; did you mean $PendingTasks?',
    ],
    ['x = maxx(1);', 'there is no function maxx; did you mean max?'],
    [
      'x = $ActiveTasks.GetAverage();',
      'there is no method GetAverage; write avg(...) around the samples',
    ],
    ['x = $ActiveTasks.GetSamples(1);', 'there is no method GetSamples; did you mean GetSample?'],
    ['x = time().Hour;', 'there is no member Hour; did you mean hour?'],
    ['x = val(1);', 'val takes 2 arguments, found 1'],
    ['x = rand(1);', 'rand takes no arguments, found 1'],
    ['x = time(1, 2);', 'time takes 0 or 1 arguments, found 2'],
  ])('%s', (text, expected) => {
    expect(message(text)).toBe(expected);
  });
});

describe('after an error', () => {
  it('a variable of a broken statement is not reported where it is used', () => {
    expect(findings('n = ${n}; x = n + 1;')).toEqual(['error host-text-not-resolved@4']);
  });

  it('a variable of unknown type fits everywhere', () => {
    expect(findings('a = y; b = a + 1; c = val(a, 0); d = a.hour;')).toEqual([
      'error undefined-variable@4',
    ]);
  });
});

describe('number and vector in two branches', () => {
  it('are told apart', () => {
    expect(findings('x = max(1, time().hour > 6 ? 2 : $ActiveTasks.GetSample(1));')).toEqual([
      'warning branches-of-different-type@11',
    ]);
  });
});
