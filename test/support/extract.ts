import type { TextEdit } from '../../src/base/diagnostics/diagnostic.js';
import type {
  EmbeddedFormula,
  Extraction,
  HostLanguage,
} from '../../src/extract/embedded-formula.js';
import { extractFormulas } from '../../src/extract/extract-formulas.js';
import { loadGrammar } from '../../src/extract/load-grammar.node.js';

/** What a text of a host language holds; a text that cannot be read at all fails the test. */
export async function extract(text: string, language: HostLanguage): Promise<Extraction> {
  const { value } = await extractFormulas({ name: 'host', text }, language, loadGrammar);
  if (value === undefined) throw new Error('the host was not read');
  return value;
}

/** Address and text of each formula. */
export async function formulasOf(
  text: string,
  language: HostLanguage,
): Promise<Record<string, string>> {
  const { formulas } = await extract(text, language);
  return Object.fromEntries(formulas.map(({ address, text: own }) => [address, own]));
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const { span, newText } of edits.toSorted((a, b) => b.span.start - a.span.start)) {
    result = result.slice(0, span.start) + newText + result.slice(span.end);
  }
  return result;
}

/** What is wrong with the segments of a formula; empty where they cover it and copies are the same characters. */
export function segmentProblems(host: string, { text, segments }: EmbeddedFormula): string[] {
  const problems: string[] = [];
  let at = 0;
  for (const { kind, formula, host: place } of segments) {
    if (formula.start !== at) problems.push(`segment at ${formula.start}, expected ${at}`);
    at = formula.end;
    const own = text.slice(formula.start, formula.end);
    const there = host.slice(place.start, place.end);
    if (kind === 'copy' && own !== there) problems.push(`${own} is not ${there}`);
  }
  if (at !== text.length) problems.push(`segments end at ${at} of ${text.length}`);
  return problems;
}
