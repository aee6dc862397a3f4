import { describe, expect, it } from 'vitest';

import { answerTo, type ConformanceCase } from '../conformance/run-case.js';

/** What a run lists as unverified on a pool with a rising, a level and a hilly history. */
function unverified(formula: string, given: Partial<ConformanceCase> = {}): readonly string[] {
  return answerTo({
    id: '',
    file: '',
    evidence: 'none',
    formula,
    pool: { targetDedicatedNodes: 3 },
    series: {
      $PendingTasks: '1 2 3 4',
      $ActiveTasks: '7x9',
      $RunningTasks: '1 5 1',
      $FailedTasks: '_x9',
    },
    expect: {},
    ...given,
  }).unverified;
}

describe('a run whose outcome no open question touches lists nothing', () => {
  it.each([
    ['the newest sample alone', 'x = $PendingTasks.GetSample(1);'],
    ['its only element', 'x = val($PendingTasks.GetSample(1), 0);'],
    ['samples that are all alike', 'x = $ActiveTasks.GetSample(5);'],
    ['samples that read the same backwards', 'x = $RunningTasks.GetSample(3);'],
    ...['avg', 'min', 'max', 'sum', 'len', 'norm', 'range', 'std'].map((name) => [
      `${name} of many samples`,
      `x = ${name}($PendingTasks.GetSample(4));`,
    ]),
    ['samples in a list', 'x = max(0, $PendingTasks.GetSample(2), 7);'],
    ['a reduced ternary', 'x = max(1 > 0 ? $PendingTasks.GetSample(3) : 0);'],
    ['samples times a number, reduced', 'x = max($PendingTasks.GetSample(3) * 2 + 1);'],
    ['logarithms of samples, reduced', 'x = sum(lg($PendingTasks.GetSample(3)));'],
    ['samples that nobody reads', '$PendingTasks.GetSample(3);'],
    ['a number that is no half, rounded', 'x = round(1.2);'],
    ['samples of which none was received', 'x = $FailedTasks.GetSample(TimeInterval_Minute);'],
    ['the least percentile', 'x = percentile($PendingTasks.GetSample(4), 0);'],
    ['names of one spelling', 'x = 1; y = x; x = y;'],
    ['stop before anything is assigned', 'stop(); x = 1;'],
    ['a failure before anything is assigned', 'x = nosuch;'],
    ['both sides of &&', 'x = 0 && 1;'],
    ['an interval', 'x = 90 * TimeInterval_Second;'],
  ])('%s', (_, formula) => {
    expect(unverified(formula)).toEqual([]);
  });
});

describe('a run lists exactly the open questions that it met', () => {
  it.each([
    ['an element of many samples', 'x = val($PendingTasks.GetSample(3), 0);', ['sampleOrder']],
    ['many samples that print', 'x = $PendingTasks.GetSample(3);', ['sampleOrder']],
    [
      'many samples of a window',
      'x = $PendingTasks.GetSample(TimeInterval_Minute);',
      ['sampleOrder'],
    ],
    [
      'two windows, element by element',
      'x = max($PendingTasks.GetSample(3) + $RunningTasks.GetSample(3));',
      ['sampleOrder'],
    ],
    ['a ternary that prints', 'x = 1 > 0 ? $PendingTasks.GetSample(3) : 0;', ['sampleOrder']],
    ['samples times a number that print', 'x = $PendingTasks.GetSample(3) * 2;', ['sampleOrder']],
    [
      'samples through vec that print',
      'x = vec($PendingTasks.GetSample(3), 1);',
      ['legacyNames', 'sampleOrder'],
    ],
    [
      'samples where a number must stand',
      'x = $PendingTasks.GetSample(3) == 0;',
      ['vectorInScalarContext', 'errorText'],
    ],
    [
      'samples as a target',
      '$TargetDedicatedNodes = $PendingTasks.GetSample(3);',
      ['vectorInScalarContext', 'errorText'],
    ],
    [
      'a percentile between the least and the largest',
      'x = percentile($PendingTasks.GetSample(4), 90);',
      ['percentileScale', 'percentile'],
    ],
    [
      'a percentile of equal samples',
      'x = percentile($ActiveTasks.GetSample(4), 9);',
      ['percentileScale'],
    ],
    [
      'the largest percentile',
      'x = percentile($PendingTasks.GetSample(4), 100);',
      ['percentileScale'],
    ],
    [
      'a percentile of two equal elements and one other',
      'x = percentile($RunningTasks.GetSample(3), 50);',
      ['percentileScale', 'percentile'],
    ],
    ['avg of nothing', 'x = avg($FailedTasks.GetSample(4));', ['emptyAggregate']],
    ['a name in two spellings', 'x = 1; X = 2;', ['nameCase']],
    ['a name read in another spelling', 'x = 1; y = X;', ['nameCase', 'resultsOnError']],
    ['stop after an assignment', 'x = 1; stop();', ['stop']],
    ['stop after a target', '$TargetDedicatedNodes = 1; stop();', ['stop']],
    [
      'stop after the deallocation option',
      '$NodeDeallocationOption = terminate; stop();',
      ['stop'],
    ],
    ['a failure after an assignment', 'x = 1; y = nosuch;', ['resultsOnError']],
    ['a failing right side that does not matter', 'x = 0 && nosuch;', ['logicalOperators']],
    [
      'a right side of the wrong type that does not matter',
      'x = 1 || time();',
      ['errorText', 'logicalOperators'],
    ],
    ['a failing right side that matters', 'x = 1 && nosuch;', []],
    ['an empty vector that prints', 'x = vec();', ['legacyNames', 'valueDisplay']],
    ['an interval of zero that prints', 'x = TimeInterval_Zero;', ['valueDisplay']],
    ['a negative interval that prints', 'x = -TimeInterval_Hour;', ['valueDisplay']],
    ['a large number that prints', 'x = 1000000;', ['largeNumberDisplay']],
  ])('%s', (_, formula, expected) => {
    expect(unverified(formula)).toEqual(expected);
  });

  it('variables that do not print beside an error have no open order and no open display', () => {
    const formula = 'B = 1000000; a = ""; x = nosuch;';
    expect(unverified(formula)).toEqual(['resultsOnError']);
    const printed = unverified(formula, { profile: { resultsOnError: 'assigned-so-far' } });
    expect(printed.toSorted()).toEqual([
      'largeNumberDisplay',
      'resultsOnError',
      'valueDisplay',
      'variableOrder',
    ]);
  });

  it('variables that stop() discards do not print', () => {
    const formula = 'B = 1000000; a = ""; stop();';
    expect(unverified(formula, { profile: { stop: 'discard' } })).toEqual(['stop']);
  });
});
