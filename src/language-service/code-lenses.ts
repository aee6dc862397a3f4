import type { Span } from '../base/text/source-text.js';
import type { FormulaDocument } from './formula-document.js';

export interface CodeLens {
  readonly span: Span;
  readonly command: 'evaluate' | 'simulate';
  readonly title: string;
}

/** Offers above the first statement; none where the service would refuse the formula. */
export function codeLenses({ syntax, accepted }: FormulaDocument): CodeLens[] {
  const first = syntax?.statements[0];
  if (first === undefined || !accepted) return [];
  return [
    { span: first.span, command: 'evaluate', title: 'evaluate' },
    { span: first.span, command: 'simulate', title: 'simulate' },
  ];
}
