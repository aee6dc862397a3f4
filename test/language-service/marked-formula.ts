import type { Span } from '../../src/base/text/source-text.js';
import { openFormula, type FormulaDocument } from '../../src/language-service/index.js';

export interface MarkedFormula {
  readonly document: FormulaDocument;
  /** Where `|` stood, if it did. */
  readonly cursor: number;
  /** Where `[[` and `]]` stood, in order. */
  readonly ranges: readonly Span[];
}

/** Opens a formula in which one `|` stands for the cursor and `[[...]]` around ranges. `||` is the operator. */
export function marked(text: string): MarkedFormula {
  const ranges: Span[] = [];
  let plain = '';
  let cursor = -1;
  let start = 0;
  for (let at = 0; at < text.length;) {
    const pair = text.slice(at, at + 2);
    if (pair === '||') {
      plain += pair;
      at += 2;
    } else if (pair === '[[') {
      start = plain.length;
      at += 2;
    } else if (pair === ']]') {
      ranges.push({ start, end: plain.length });
      at += 2;
    } else if (text[at] === '|') {
      cursor = plain.length;
      at += 1;
    } else {
      plain += text[at]!;
      at += 1;
    }
  }
  return { document: openFormula({ name: 'test.autoscale', text: plain }), cursor, ranges };
}

/** The text of some spans. */
export function textsOf({ source }: FormulaDocument, spans: readonly Span[]): string[] {
  return spans.map(({ start, end }) => source.text.slice(start, end));
}
