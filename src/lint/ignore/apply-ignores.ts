import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import { nearestName } from '../../base/text/nearest-name.js';
import type { RuleEntry } from '../rule-entry.js';
import type { IgnoreComment } from './ignore-comments.js';
import type { IgnoreRuleId } from './ignore-rules.js';

export interface IgnoreOptions {
  /** `YYYY-MM-DD`; absent, no comment has expired. */
  readonly today?: string;
  readonly requireReason?: boolean;
}

export interface IgnoreOutcome {
  /** Findings that no comment holds back, and what is wrong with the comments. */
  readonly diagnostics: readonly Diagnostic[];
  readonly ignored: number;
}

/** A finding about an ignore comment; its level is that of the rule. */
type Report = (rule: IgnoreRuleId, comment: IgnoreComment, message: string) => Diagnostic;

/**
 * Holds back the findings that ignore comments cover. Comments that are of no use, have expired or cannot be read are findings
 * themselves. `rules` are all rules by id.
 */
export function applyIgnores(
  diagnostics: readonly Diagnostic[],
  comments: readonly IgnoreComment[],
  rules: ReadonlyMap<string, RuleEntry>,
  { today, requireReason = false }: IgnoreOptions,
): IgnoreOutcome {
  if (comments.length === 0) return { diagnostics, ignored: 0 };
  const report: Report = (rule, { span }, message) => ({
    code: rule,
    severity: rules.get(rule)!.level,
    message,
    span,
  });
  const reports: Diagnostic[] = [];
  const held = new Set<Diagnostic>();
  for (const comment of comments) {
    const problem = problemOf(comment, rules, requireReason);
    if (problem !== undefined) {
      reports.push(report('invalid-ignore', comment, problem));
      continue;
    }
    if (comment.until !== undefined && today !== undefined && today > comment.until) {
      const message = `this ignore comment ended on ${comment.until}`;
      reports.push(report('expired-ignore', comment, message));
      continue;
    }
    for (const rule of comment.rules) {
      const covered = diagnostics.filter(
        ({ code, span }) =>
          code === rule && span.start >= comment.covers.start && span.start < comment.covers.end,
      );
      for (const diagnostic of covered) held.add(diagnostic);
      if (covered.length === 0) {
        reports.push(report('unused-ignore', comment, `there is no finding of ${rule} to ignore`));
      }
    }
  }
  const left = diagnostics.filter((diagnostic) => !held.has(diagnostic));
  return { diagnostics: [...left, ...reports], ignored: held.size };
}

function problemOf(
  { problem, rules: names, reason }: IgnoreComment,
  rules: ReadonlyMap<string, RuleEntry>,
  requireReason: boolean,
): string | undefined {
  if (problem !== undefined) return problem;
  for (const name of names) {
    const rule = rules.get(name);
    if (rule === undefined) {
      const nearest = nearestName(name, rules.keys());
      return `there is no rule ${name}${nearest === undefined ? '' : `; did you mean ${nearest}?`}`;
    }
    if (!rule.canIgnore) return `${name} cannot be ignored`;
  }
  return requireReason && reason === undefined
    ? 'expected a reason after the rules, written -- reason'
    : undefined;
}
