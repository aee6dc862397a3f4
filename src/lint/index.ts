export { lintFormula } from './lint-formula.js';
export type { LintOptions, LintResult } from './lint-options.js';
export type { RuleEntry } from './rule-entry.js';
export type { Category, RuleEnvironment } from './rule.js';
export { rulePageUrl } from './rule-page.js';
export { ruleTable } from './rule-table.js';
