/** An ignore comment, as read from the text of a comment without the marks of its language. */
export interface IgnoreDirective {
  readonly scope: 'line' | 'file';
  readonly rules: readonly string[];
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly until?: string;
  readonly reason?: string;
  /** What is wrong with its form; it then ignores nothing. */
  readonly problem?: string;
}

const directive = /^\s*poolscale-ignore(-file)?(?![\w-])(.*)$/s;
const untilDay = /(?:^|\s)until\s+(\S+)\s*$/;
const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/**
 * Reads `poolscale-ignore rule[, rule] [until YYYY-MM-DD] [-- reason]` (or `poolscale-ignore-file ...`); undefined for any other
 * comment. `text` is the comment without `//`, `#` and the like.
 */
export function readIgnoreDirective(text: string): IgnoreDirective | undefined {
  const match = directive.exec(text);
  if (match === null) return undefined;
  const scope = match[1] === undefined ? 'line' : 'file';
  const [before = '', ...rest] = match[2]!.split(/\s--(?:\s|$)/);
  const reason = rest.join(' -- ').trim();
  const until = untilDay.exec(before)?.[1];
  const names = before.replace(untilDay, '').trim();
  const rules = names === '' ? [] : names.split(/[\s,]+/).filter((name) => name !== '');
  const read = { scope, rules, ...(until && { until }), ...(reason && { reason }) } as const;
  if (rules.length === 0) {
    return { ...read, problem: 'expected the names of the rules to ignore, found none' };
  }
  if (until !== undefined && !day.test(until)) {
    return { ...read, problem: `expected a day like 2026-12-31 after until, found ${until}` };
  }
  return read;
}
