import type { TextEdit } from '../base/diagnostics/diagnostic.js';
import { formatFormula } from '../parser/format/format-formula.js';
import type { FormulaDocument } from './formula-document.js';

/** One edit that lays the formula out; none where it is in order or cannot be read. Only the part that changes is replaced. */
export function formattingEdits({ source, options }: FormulaDocument): TextEdit[] {
  const { text } = source;
  const { value } = formatFormula(source, options.profile);
  if (value === undefined || value === text) return [];
  const shorter = Math.min(text.length, value.length);
  let start = 0;
  while (start < shorter && text[start] === value[start]) start++;
  let tail = 0;
  while (tail < shorter - start && text.at(-1 - tail) === value.at(-1 - tail)) tail++;
  const span = { start, end: text.length - tail };
  return [{ span, newText: value.slice(start, value.length - tail) }];
}
