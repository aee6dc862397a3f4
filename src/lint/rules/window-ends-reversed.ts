import type { Span } from '../../base/text/source-text.js';
import type { Rule } from '../rule.js';

export const windowEndsReversed: Rule = {
  id: 'window-ends-reversed',
  category: 'suspicious',
  level: 'warning',
  summary: 'a window names its older end first',
  fixable: 'suggestion',
  since: '0.2.0',
  check: ({ flow: { samples }, text }) =>
    samples.flatMap(({ expression, ends }) => {
      const [first, second] = ends ?? [];
      if (first?.ticks === undefined || second?.ticks === undefined) return [];
      if (first.ticks <= second.ticks) return [];
      const [a, b] = expression.arguments.map(({ span }) => span) as [Span, Span];
      const written = (span: Span): string => text.slice(span.start, span.end);
      const edits = [
        { span: a, newText: written(b) },
        { span: b, newText: written(a) },
      ];
      return [
        {
          span: { start: a.start, end: b.end },
          message:
            'the older end of this window comes first; the documents name the newer end first',
          help: 'swap the two ends, or check whether the second was meant to be a percentage',
          fixes: [{ title: 'swap the ends', edits, safe: false }],
        },
      ];
    }),
};
