import type { Rule } from './rule.js';
import { guardBelowDefaultDemand } from './rules/guard-below-default-demand.js';
import { guardOtherMetric } from './rules/guard-other-metric.js';
import { guardOtherWindow } from './rules/guard-other-window.js';
import { unguardedWindow } from './rules/unguarded-window.js';

/** The rules over the typed program. */
export const rules: readonly Rule[] = [
  guardBelowDefaultDemand,
  guardOtherMetric,
  guardOtherWindow,
  unguardedWindow,
];
