import type { RuleEntry } from '../rule-entry.js';

export type IgnoreRuleId = 'unused-ignore' | 'expired-ignore' | 'invalid-ignore';

function entry(id: IgnoreRuleId, level: RuleEntry['level'], summary: string): RuleEntry {
  return {
    id,
    category: 'suspicious',
    level,
    summary,
    since: '0.2.0',
    canIgnore: false,
    canTurnOff: true,
  };
}

/** What can be wrong with an ignore comment. */
export const ignoreRules: readonly RuleEntry[] = [
  entry('unused-ignore', 'info', 'an ignore comment holds no finding back'),
  entry('expired-ignore', 'info', 'the day until which an ignore comment held has passed'),
  entry(
    'invalid-ignore',
    'warning',
    'an ignore comment cannot be read, or names what cannot be ignored',
  ),
];
