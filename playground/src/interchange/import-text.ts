import type { Extraction, HostLanguage } from '../../../src/extract/embedded-formula.js';
import { extractFormulas } from '../../../src/extract/extract-formulas.js';
import type { GrammarLoader } from '../../../src/extract/grammar-loader.js';
import { setsTarget } from '../../../src/extract/names.js';

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
  ['terraform', /^\s*resource\s+"|^\s*auto_scale\s*\{|^\s*\w+\s+=\s+<<-?\w+\s*$/m],
  ['bicep', /^\s*resource\s+\w+\s+'|'''/m],
  ['powershell', /New-AzBatchPool|Enable-AzBatchAutoScale/i],
  ['bash', /\baz\s+batch\b|--auto-scale-formula/],
  ['csharp', /\bAutoScaleFormula\s*=|EnableAutoScale/],
  ['python', /\bauto_scale_formula\b|^\s*(?:from|import)\s+\w+/m],
  ['markdown', /^```/m],
  ['yaml', /^\s*(?:-\s*)?autoScaleFormula\s*:/m],
];

/** The languages that a text may be written in, the one whose sign comes first before the others; a plain formula has none. */
export function guessLanguages(text: string): readonly HostLanguage[] {
  return signs
    .map(([language, sign]) => ({ language, at: text.search(sign) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ language }) => language);
}

/** Finds the formulas in a text of any language that extraction knows. */
export async function importText(text: string, grammars: GrammarLoader): Promise<ImportResult> {
  const read = async (language: HostLanguage): Promise<Extraction> => {
    const { value } = await extractFormulas({ name: 'pasted text', text }, language, grammars);
    return value ?? { language, formulas: [], dynamic: [], references: [] };
  };
  let computed: Extraction | undefined;
  const guesses = guessLanguages(text);
  for (const language of guesses) {
    const extraction = await read(language);
    if (extraction.formulas.length > 0) return toResult(extraction);
    if (extraction.dynamic.length > 0) computed ??= extraction;
  }
  // Words of other languages may stand in the comments of a formula.
  const isFormula = guesses.length === 0 || setsTarget(text);
  return toResult(computed ?? (await read(isFormula ? 'autoscale' : guesses[0]!)));
}

function toResult({ language, formulas, dynamic }: Extraction): ImportResult {
  return {
    language,
    found: formulas.map(({ address, text: formula, holes }) => ({
      address,
      formula,
      holes: holes.map(({ hostText }) => hostText),
    })),
    dynamic: dynamic.map(({ address, reason }) => `${address}: ${reason}`),
  };
}
