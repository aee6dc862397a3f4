import { hasErrors, type Diagnostic } from '../base/diagnostics/diagnostic.js';
import type { SourceText } from '../base/text/source-text.js';
import { checkFormula } from '../checker/check.js';
import { createNameTable, type NameTable } from '../checker/names.js';
import type { TypedProgram } from '../checker/typed-program.js';
import { maximumLength } from '../language/limits.js';
import { lintFormula } from '../lint/lint-formula.js';
import type { LintOptions } from '../lint/lint-options.js';
import { parseFormula } from '../parser/parse.js';
import { defaultProfile } from '../profile/profile.js';
import type { FormulaSyntax } from '../parser/ast.js';
import { readTokens, type Token } from './tokens.js';

/** A formula as an editor holds it: read once for each version of its text, then asked by the functions of this folder. */
export interface FormulaDocument {
  readonly source: SourceText;
  readonly options: LintOptions;
  /** Tokens and comments in order. Empty for a text longer than the service takes. */
  readonly tokens: readonly Token[];
  /** Statements that could be read; undefined for a text that is too long or too deep. */
  readonly syntax: FormulaSyntax | undefined;
  /** What could be typed, also where the service would refuse the formula. */
  readonly program: TypedProgram | undefined;
  /** Whether the service would take the formula. */
  readonly accepted: boolean;
  readonly names: NameTable;
  /** Diagnostics of parser, checker and rules in the order of the text, read when they are first asked for. */
  readonly diagnostics: () => readonly Diagnostic[];
}

/** Reads a formula for an editor. Never fails, whatever the text. */
export function openFormula(source: SourceText, options: LintOptions = {}): FormulaDocument {
  const profile = options.profile ?? defaultProfile;
  const { value: syntax, diagnostics: syntaxErrors } = parseFormula(source, profile);
  const checked = syntax === undefined ? undefined : checkFormula(syntax, profile);
  let diagnostics: readonly Diagnostic[] | undefined;
  return {
    source,
    options,
    tokens: source.text.length > maximumLength ? [] : readTokens(source.text),
    syntax,
    program: checked?.partial,
    accepted: checked?.value !== undefined && !hasErrors(syntaxErrors),
    names: createNameTable(profile, new Set()),
    diagnostics: () => (diagnostics ??= lintFormula(source, options).diagnostics),
  };
}
