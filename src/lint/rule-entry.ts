import type { Rule } from './rule.js';

/** What is told about a rule, whether it is a function over the typed program or a code of the parser or the checker. */
export interface RuleEntry extends Pick<
  Rule,
  'id' | 'category' | 'level' | 'summary' | 'fixable' | 'since'
> {
  /** Whether an ignore comment may hold its findings back; parse errors cannot be ignored. */
  readonly canIgnore: boolean;
  /** Whether a configuration may turn it off or lower it. */
  readonly canTurnOff: boolean;
}
