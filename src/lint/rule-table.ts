import { compilerRules } from './compiler-rules.js';
import { ignoreRules } from './ignore/ignore-rules.js';
import type { RuleEntry } from './rule-entry.js';
import type { Rule } from './rule.js';
import { rules } from './rules.js';

export type { RuleEntry } from './rule-entry.js';

function entryOf({ id, category, level, summary, fixable, since }: Rule): RuleEntry {
  const told = { id, category, level, summary, since, canIgnore: true, canTurnOff: true };
  return fixable === undefined ? told : { ...told, fixable };
}

/** Every rule in the order of its id: those over the typed program, those of ignore comments, and the codes of parser and checker. */
export const ruleTable: readonly RuleEntry[] = [
  ...compilerRules,
  ...ignoreRules,
  ...rules.map(entryOf),
].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The rules by their id. */
export const rulesById: ReadonlyMap<string, RuleEntry> = new Map(
  ruleTable.map((rule) => [rule.id, rule]),
);
