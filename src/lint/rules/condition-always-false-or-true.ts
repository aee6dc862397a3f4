import type { Span } from '../../base/text/source-text.js';
import type { Comparison, Flow } from '../flow/flow.js';
import { truthOf } from '../flow/logic.js';
import type { Finding, Rule } from '../rule.js';

/**
 * A comparison of settings (`maxNodes == 0` after `maxNodes = 8`) is how one formula serves several pools: only comparisons whose
 * outcome does not rest on a variable that holds a constant are reported.
 */
function isFixed({ outcome, left, right }: Comparison): boolean {
  if (outcome === undefined) return false;
  const withItself = left.symbol === right.symbol && !left.constant;
  return withItself || (!left.configured && !right.configured);
}

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function finding(span: Span, outcome: boolean): Finding {
  return {
    span,
    message: `this condition is always ${outcome ? 'true' : 'false'}`,
    help: 'compare with another limit, or join the conditions by the other of && and ||',
  };
}

function literalConditions({ conditions }: Flow): Finding[] {
  return conditions.flatMap(({ expression, facts }) => {
    const truth = truthOf(facts);
    if (!facts.literal || facts.truth || truth === undefined) return [];
    return [finding(expression.span, truth)];
  });
}

export const conditionAlwaysFalseOrTrue: Rule = {
  id: 'condition-always-false-or-true',
  category: 'suspicious',
  level: 'warning',
  summary: 'a condition has the same outcome whatever the samples and the time are',
  since: '0.2.0',
  check: ({ flow }) => {
    const comparisons = flow.comparisons
      .filter(isFixed)
      .map(({ span, outcome }) => finding(span, outcome!));
    const logic = flow.fixedLogic
      .filter(({ span }) => !comparisons.some((inner) => within(inner.span, span)))
      .map(({ span, outcome }) => finding(span, outcome));
    return [...comparisons, ...logic, ...literalConditions(flow)];
  },
};
