import { describe, expect, it } from 'vitest';

import type { Profile } from '../../src/profile/profile.js';
import { answerTo } from '../conformance/run-case.js';

/** Texts of evaluation errors. All but the one about undefined symbols are ours: no recording shows another. */
const texts: readonly (readonly [string, string, Partial<Profile>])[] = [
  [
    '$NodeDeallocationOption = 1;',
    'Line 1, Col 27: Expected a deallocation option, found a double',
    {},
  ],
  ['x = $PendingTasks;', 'Line 1, Col 5: $PendingTasks has samples and is no value', {}],
  ['x = (1).hour;', 'Line 1, Col 5: a double has no hour', {}],
  ['x = time() ? 1 : 2;', 'Line 1, Col 5: Expected a double, found a timestamp', {}],
  ['x = $PendingTasks.GetSample(1).Count();', 'Line 1, Col 5: a doubleVec has no Count()', {}],
  [
    'x = $NodeDeallocationOption;',
    'Line 1, Col 5: $NodeDeallocationOption cannot be read',
    { deallocationRead: 'error' },
  ],
  ['x = max(vec());', 'Line 1, Col 5: max of no numbers', {}],
  ['x = avg(vec());', 'Line 1, Col 5: avg of no numbers', { emptyAggregate: 'error' }],
  ['x = std(1);', 'Line 1, Col 5: std of fewer than two numbers', { stdOfFew: 'error' }],
  ['x = percentile(vec(1), 101);', 'Line 1, Col 24: percentile 101 is out of range', {}],
  ['x = val(1, 0);', 'Line 1, Col 9: val expects a doubleVec, found a double', {}],
  ['x = avg(time());', 'Line 1, Col 9: avg expects doubles and doubleVecs, found a timestamp', {}],
  ['x = ln(0);', 'Line 1, Col 5: ln of 0', { logarithmDomain: 'error' }],
  ['x = lg(time());', 'Line 1, Col 8: lg expects a double, found a timestamp', {}],
  ['x = round(vec(1));', 'Line 1, Col 5: round expects one double', { roundingOfVector: 'error' }],
  ['x = time(5);', 'Line 1, Col 10: time expects a string, found a double', {}],
  [
    'x = time("noon");',
    'Line 1, Col 10: "noon" is no instant: expected a form like 2026-03-02T08:00:00Z or Mon, 02 Mar 2026 08:00:00 GMT',
    {},
  ],
  [
    'x = $PendingTasks.GetSample(0);',
    'Line 1, Col 29: GetSample expects a whole count of at least 1, found 0',
    {},
  ],
  [
    'x = $PendingTasks.GetSample(1, 70);',
    'Line 1, Col 29: GetSample of a count takes no further argument',
    {},
  ],
  [
    'x = $PendingTasks.GetSample(TimeInterval_Minute, 70, 70);',
    'Line 1, Col 50: GetSample takes one samplePercent',
    {},
  ],
  [
    'x = $PendingTasks.GetSample(TimeInterval_Minute, 101);',
    'Line 1, Col 50: GetSample expects a percentage of 0 to 100, found 101',
    {},
  ],
  [
    'x = $PendingTasks.HistoryBeginTime();',
    'Line 1, Col 5: HistoryBeginTime of a metric without samples',
    { emptyHistoryBegin: 'error' },
  ],
  [
    'x = $PendingTasks.GetSamplePercent(5);',
    'Line 1, Col 36: GetSamplePercent expects a timeinterval or timestamp, found a double',
    {},
  ],
  [
    'x = $PendingTasks.GetSample(TimeInterval_Zero);',
    'Line 1, Col 5: The sample window has no length',
    {},
  ],
  [
    'x = $PendingTasks.GetSample(time() + TimeInterval_Hour);',
    'Line 1, Col 5: The sample window ends in the future',
    {},
  ],
  ['x = val(vec(), 0);', 'Line 1, Col 9: val of an empty doubleVec', { valOnEmpty: 'error' }],
  ['x = val(vec(1), 3);', 'Line 1, Col 17: Index 3 is not in a doubleVec of 1', {}],
  [
    'x = 1 + vec(1, 2) * 1;',
    'Line 1, Col 5: Operator + does not take a double and a doubleVec',
    {},
  ],
  ['x = vec(1, 2) > 1;', 'Line 1, Col 5: Expected a double, found a doubleVec of 2', {}],
  ['x = -time();', 'Line 1, Col 5: Expected a double, found a timestamp', {}],
  ['x = 1 / 0;', 'Line 1, Col 5: Division by zero', { divisionByZero: 'error' }],
  ['x = vec(1) + vec(1, 2);', 'Line 1, Col 5: Vectors of lengths 1 and 2', {}],
  ['x = "a" - 1;', 'Line 1, Col 5: Operator - does not take a string and a double', {}],
  ['x = "a" < 1;', 'Line 1, Col 5: Operator < does not take a string and a double', {}],
  ['x = TimeInterval_Year * 30000;', 'Line 1, Col 5: Interval out of range', {}],
  ['x = time() + TimeInterval_Year * 9000;', 'Line 1, Col 5: Timestamp out of range', {}],
  ['x = nosuch;', 'Line 1, Col 5: Undefined symbol: nosuch', {}],
];

describe('an evaluation error says where it is and what was found', () => {
  it.each(texts)('%s', (formula, text, profile) => {
    const { error, unverified } = answerTo({
      id: '',
      file: '',
      evidence: 'none',
      formula,
      profile,
      expect: {},
    });
    expect(error).toEqual({
      code: 'AutoScalingFormulaEvaluationError',
      message: 'The specified auto-scaling formula has evaluation error',
      values: [{ name: 'Message', value: text }],
    });
    expect(unverified.includes('errorText')).toBe(!text.includes('Undefined symbol'));
  });
});

describe('a refusal says what the service says, and where', () => {
  it.each([
    [
      'x = (1;',
      'AutoScalingFormulaSyntaxError',
      'The specified auto-scaling formula has a syntax error.',
      "Line 1, Col 7: expected ')', found ';'",
    ],
    [
      `x = 1;${' '.repeat(8187)}`,
      'AutoScalingFormulaTooLong',
      'The specified auto-scaling formula exceeds lengths limit.',
      'Line 1, Col 8193: the formula has 8193 characters; the service takes at most 8192',
    ],
  ])('refusal %#', (formula, code, message, value) => {
    const { httpStatus, error } = answerTo({ id: '', file: '', evidence: '', formula, expect: {} });
    expect(httpStatus).toBe(400);
    expect(error).toEqual({ code, message, values: [{ name: 'Message', value }] });
  });
});
