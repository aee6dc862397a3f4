import type { TextDocument } from 'vscode-languageserver-textdocument';

import type { Diagnostic, TextEdit } from '../base/diagnostics/diagnostic.js';
import type { SourceText, Span } from '../base/text/source-text.js';
import type { EmbeddedFormula } from '../extract/embedded-formula.js';
import { extractFormulas } from '../extract/extract-formulas.js';
import type { GrammarLoader } from '../extract/grammar-loader.js';
import { hostLanguageOf } from '../extract/host-language.js';
import { rewriteFormula } from '../extract/rewrite-formula.js';
import { createSegmentMap } from '../extract/segment-map.js';
import { openFormula, type FormulaDocument } from '../language-service/index.js';
import type { LintOptions } from '../lint/lint-options.js';

/** One formula of an open file, and the way between its offsets and those of the file. */
export interface OpenFormula {
  readonly document: FormulaDocument;
  /** Where it stands for a person. */
  readonly address: string;
  /** The literal that holds it. */
  readonly host: Span;
  readonly toHost: (span: Span) => Span;
  /** Undefined where the file has something that is not part of the formula. */
  readonly toFormula: (hostOffset: number) => number | undefined;
  /** Undefined where an edit cannot be written in the host's own quoting. */
  readonly editsToHost: (edits: readonly TextEdit[]) => readonly TextEdit[] | undefined;
  /** Puts another text in the place of the whole formula, in the host's own quoting; undefined where that cannot be done, or need not. */
  readonly rewrite: (text: string) => TextEdit | undefined;
}

/** An open file with its formulas. */
export interface HostDocument {
  readonly host: TextDocument;
  readonly formulas: readonly OpenFormula[];
  /** What is wrong with the file itself. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the formulas of an open file; a file of no known language has none. */
export async function openHost(
  host: TextDocument,
  grammars: GrammarLoader,
  options: LintOptions,
): Promise<HostDocument> {
  const language = host.languageId === 'autoscale' ? 'autoscale' : hostLanguageOf(host.uri);
  if (language === undefined) return { host, formulas: [], diagnostics: [] };
  const source = { name: host.uri, text: host.getText() };
  if (language === 'autoscale') {
    return { host, formulas: [wholeFile(host, options)], diagnostics: [] };
  }
  const { value, diagnostics } = await extractFormulas(source, language, grammars);
  const formulas = (value?.formulas ?? []).map((formula) => embedded(formula, source, options));
  return { host, formulas, diagnostics };
}

function wholeFile(host: TextDocument, options: LintOptions): OpenFormula {
  const text = host.getText();
  return {
    document: openFormula({ name: host.uri, text }, options),
    address: 'formula',
    host: { start: 0, end: text.length },
    toHost: (span) => span,
    toFormula: (offset) => offset,
    editsToHost: (edits) => edits,
    // The file is the formula: its edits can be made as they are.
    rewrite: () => undefined,
  };
}

function embedded(formula: EmbeddedFormula, source: SourceText, options: LintOptions): OpenFormula {
  const holes = new Set(formula.holes.map((hole) => hole.name));
  return {
    document: openFormula({ name: source.name, text: formula.text }, { ...options, holes }),
    address: formula.address,
    host: formula.host,
    ...createSegmentMap(formula),
    rewrite: (text) => rewriteFormula(formula, text, source.text),
  };
}

/** A place in a formula: the formula and the offset in it. */
export interface FormulaPlace {
  readonly formula: OpenFormula;
  readonly offset: number;
}

/** The formula at an offset of the file. */
export function formulaAt(
  { formulas }: HostDocument,
  hostOffset: number,
): FormulaPlace | undefined {
  for (const formula of formulas) {
    if (hostOffset < formula.host.start || hostOffset > formula.host.end) continue;
    const offset = formula.toFormula(hostOffset);
    if (offset !== undefined) return { formula, offset };
  }
  return undefined;
}
