import { replace } from '../fix.js';
import type { Rule } from '../rule.js';

export const unterminatedLastStatement: Rule = {
  id: 'unterminated-last-statement',
  category: 'style',
  level: 'info',
  summary: 'the last statement has no semicolon',
  fixable: 'fix',
  since: '0.2.0',
  check: ({ syntax: { statements, comments }, text, isHole }) => {
    const last = statements.at(-1);
    if (last === undefined) return [];
    const { end } = last.span;
    const after = comments
      .filter(({ span }) => span.start >= end)
      .toReversed()
      .reduce(
        (rest, { span }) => rest.slice(0, span.start - end) + rest.slice(span.end - end),
        text.slice(end),
      );
    if (after.includes(';')) return [];
    // A hole at the end may bring its own semicolon.
    const ending = /\$?[A-Za-z_][A-Za-z0-9_]*$/.exec(text.slice(0, end))?.[0] ?? '';
    if (isHole(ending)) return [];
    return [
      {
        span: { start: end, end },
        message:
          'the last statement has no semicolon; the service takes it, and the next line that someone adds breaks it',
        help: "end it with ';'",
        fixes: [replace("insert ';'", { start: end, end }, ';', true)],
      },
    ];
  },
};
