import type { HostLanguage } from '../../../src/extract/embedded-formula.js';
import { extractFormulas } from '../../../src/extract/extract-formulas.js';
import type { GrammarLoader } from '../../../src/extract/grammar-loader.js';

/** A formula that was found in a text that a person pasted. */
export interface FoundFormula {
  readonly address: string;
  readonly formula: string;
  /** Parts that the text leaves to other tools (`${var.max}`). */
  readonly holes: readonly string[];
}

export interface ImportResult {
  readonly language: HostLanguage;
  readonly found: readonly FoundFormula[];
  /** Formulas that are there, but computed. */
  readonly dynamic: readonly string[];
}

const signs: readonly (readonly [HostLanguage, RegExp])[] = [
  ['json', /^\s*[{[]/],
  ['terraform', /^\s*resource\s+"|^\s*auto_scale\s*\{|<<-?[A-Z_]+\s*$/m],
  ['bicep', /^\s*resource\s+\w+\s+'|'''/m],
  ['powershell', /New-AzBatchPool|Enable-AzBatchAutoScale/i],
  ['bash', /\baz\s+batch\b|--auto-scale-formula/],
  ['csharp', /\bAutoScaleFormula\s*=|EnableAutoScale/],
  ['python', /\bauto_scale_formula\b|^\s*(?:from|import)\s+\w+/m],
  ['markdown', /^```/m],
  ['yaml', /^\s*(?:-\s*)?autoScaleFormula\s*:/m],
];

/** The language that a text is written in, by its signs; a plain formula has none of them. */
export function guessLanguage(text: string): HostLanguage {
  return signs.find(([, sign]) => sign.test(text))?.[0] ?? 'autoscale';
}

/** Finds the formulas in a text of any language that extraction knows. */
export async function importText(text: string, grammars: GrammarLoader): Promise<ImportResult> {
  const language = guessLanguage(text);
  const { value } = await extractFormulas({ name: 'pasted text', text }, language, grammars);
  return {
    language,
    found: (value?.formulas ?? []).map(({ address, text: formula, holes }) => ({
      address,
      formula,
      holes: holes.map(({ hostText }) => hostText),
    })),
    dynamic: (value?.dynamic ?? []).map(({ address, reason }) => `${address}: ${reason}`),
  };
}
