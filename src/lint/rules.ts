import type { Rule } from './rule.js';
import { activeTasksOnly } from './rules/active-tasks-only.js';
import { aggregateOfEmptySamples } from './rules/aggregate-of-empty-samples.js';
import { conditionAlwaysFalseOrTrue } from './rules/condition-always-false-or-true.js';
import { cpuPercentComparedAbove1 } from './rules/cpu-percent-compared-above-1.js';
import { decayReadsOtherTarget } from './rules/decay-reads-other-target.js';
import { deprecatedName } from './rules/deprecated-name.js';
import { differsFromServiceNameByCase } from './rules/differs-from-service-name-by-case.js';
import { divisorMayBeZero } from './rules/divisor-may-be-zero.js';
import { doubleCounting } from './rules/double-counting.js';
import { fractionReachesTarget } from './rules/fraction-reaches-target.js';
import { guardBelowDefaultDemand } from './rules/guard-below-default-demand.js';
import { guardOtherMetric } from './rules/guard-other-metric.js';
import { guardOtherWindow } from './rules/guard-other-window.js';
import { intervalWherePercentMeant } from './rules/interval-where-percent-meant.js';
import { lastSampleOnly } from './rules/last-sample-only.js';
import { looksLikeIntervalConstant } from './rules/looks-like-interval-constant.js';
import { minWithItself } from './rules/min-with-itself.js';
import { mixesCurrentAndTarget } from './rules/mixes-current-and-target.js';
import { namedPercentButIsNot } from './rules/named-percent-but-is-not.js';
import { negativeTarget } from './rules/negative-target.js';
import { nestedTernaryWithoutParentheses } from './rules/nested-ternary-without-parentheses.js';
import { noDeallocationOption } from './rules/no-deallocation-option.js';
import { noUpperClamp } from './rules/no-upper-clamp.js';
import { numberAsCondition } from './rules/number-as-condition.js';
import { percentComparedWithFraction } from './rules/percent-compared-with-fraction.js';
import { retiredMetric } from './rules/retired-metric.js';
import { sampleOrderNotDocumented } from './rules/sample-order-not-documented.js';
import { samplePercent0Or1 } from './rules/sample-percent-0-or-1.js';
import { serviceVariableMisspelt } from './rules/service-variable-misspelt.js';
import { statementHasNoEffect } from './rules/statement-has-no-effect.js';
import { sumOfPercentsCompared } from './rules/sum-of-percents-compared.js';
import { targetAndAliasAssigned } from './rules/target-and-alias-assigned.js';
import { targetAssignedTwice } from './rules/target-assigned-twice.js';
import { targetNeverSet } from './rules/target-never-set.js';
import { unguardedWindow } from './rules/unguarded-window.js';
import { unterminatedLastStatement } from './rules/unterminated-last-statement.js';
import { unusedVariable } from './rules/unused-variable.js';
import { weekendNumber } from './rules/weekend-number.js';
import { windowEndsReversed } from './rules/window-ends-reversed.js';
import { windowOfOneSample } from './rules/window-of-one-sample.js';
import { windowShorterThan30s } from './rules/window-shorter-than-30s.js';

/** The rules over the typed program. */
export const rules: readonly Rule[] = [
  activeTasksOnly,
  aggregateOfEmptySamples,
  conditionAlwaysFalseOrTrue,
  cpuPercentComparedAbove1,
  decayReadsOtherTarget,
  deprecatedName,
  differsFromServiceNameByCase,
  divisorMayBeZero,
  doubleCounting,
  fractionReachesTarget,
  guardBelowDefaultDemand,
  guardOtherMetric,
  guardOtherWindow,
  intervalWherePercentMeant,
  lastSampleOnly,
  looksLikeIntervalConstant,
  minWithItself,
  mixesCurrentAndTarget,
  namedPercentButIsNot,
  negativeTarget,
  nestedTernaryWithoutParentheses,
  noDeallocationOption,
  noUpperClamp,
  numberAsCondition,
  percentComparedWithFraction,
  retiredMetric,
  sampleOrderNotDocumented,
  samplePercent0Or1,
  serviceVariableMisspelt,
  statementHasNoEffect,
  sumOfPercentsCompared,
  targetAndAliasAssigned,
  targetAssignedTwice,
  targetNeverSet,
  unguardedWindow,
  unterminatedLastStatement,
  unusedVariable,
  weekendNumber,
  windowEndsReversed,
  windowOfOneSample,
  windowShorterThan30s,
];
