import { stringify } from 'yaml';

import { writeSeries } from '../metrics/write-series.js';
import { matcherText, type NumberMatcher } from './number-matcher.js';
import type { EvaluationStep, Expectation, VariableMatcher } from './test-suite.js';

/** As a person would write it: a number stays a number. */
function matcherValue(matcher: NumberMatcher): number | string {
  return matcher.kind === 'equal' ? matcher.value : matcherText(matcher);
}

function variableValue(matcher: VariableMatcher): unknown {
  switch (matcher.kind) {
    case 'number':
      return matcherValue(matcher.matcher);
    case 'vector':
      return matcher.elements.map(matcherValue);
    case 'text':
      return matcher.text;
  }
}

function expectationValue(expectation: Expectation): object {
  const { targets, nodeDeallocationOption: option, variables, ...rest } = expectation;
  const { error, results, tolerance } = rest;
  const expect = [
    ...[...targets].map(([name, matcher]) => [name, matcherValue(matcher)] as const),
    ...(option === undefined ? [] : [['$NodeDeallocationOption', option] as const]),
  ];
  return {
    ...(expect.length === 0 ? {} : { expect: new Map(expect) }),
    ...(variables.size === 0
      ? {}
      : { variables: new Map([...variables].map(([name, one]) => [name, variableValue(one)])) }),
    ...(error === undefined ? {} : { error }),
    ...(results === undefined ? {} : { results }),
    ...(tolerance === 0 ? {} : { tolerance }),
  };
}

/** One evaluation as an entry of `cases`, to be pasted into the file that it came from. */
export function counterexampleYaml(name: string, step: EvaluationStep): string {
  const { at, pool, series, expectation } = step;
  const entry = {
    name: `${name} (counterexample)`,
    ...(at === undefined ? {} : { at }),
    ...(Object.keys(pool).length === 0 ? {} : { pool }),
    ...(series.size === 0
      ? {}
      : { series: new Map([...series].map(([metric, all]) => [metric, writeSeries(all)])) }),
    ...expectationValue(expectation),
  };
  const text = stringify([entry], { lineWidth: 0 });
  return text.replace(/^(?=.)/gm, '  ');
}
