import { applyEdits } from '../../base/diagnostics/apply-edits.js';
import { hasErrors, type Diagnostic, type TextEdit } from '../../base/diagnostics/diagnostic.js';
import type { SourceText } from '../../base/text/source-text.js';
import type { EmbeddedFormula, HostLanguage } from '../../extract/embedded-formula.js';
import { extractFormulas } from '../../extract/extract-formulas.js';
import { diagnosticsInHost } from '../../extract/host-diagnostics.js';
import { loadGrammar } from '../../extract/load-grammar.node.js';
import { rewriteFormula } from '../../extract/rewrite-formula.js';
import { formatFormula } from '../../parser/format/format-formula.js';
import type { Profile } from '../../profile/profile.js';

/** A file whose formulas were laid out. */
export interface FormattedHost {
  /** The file with its formulas laid out; the same text where nothing changed. */
  readonly text: string;
  /** How many formulas it has. */
  readonly formulas: number;
  /** Syntax errors of formulas, in places of the host; those formulas stay as they are. */
  readonly diagnostics: readonly Diagnostic[];
  /** Addresses of formulas whose layout the host cannot hold; they stay as they are. */
  readonly notWritten: readonly string[];
}

/** Lays out the formulas of a file in place, escaped as their host needs, holes kept. */
export async function formatHost(
  source: SourceText,
  language: HostLanguage,
  profile: Profile,
): Promise<FormattedHost> {
  const { value, diagnostics: problems } = await extractFormulas(source, language, loadGrammar);
  const diagnostics: Diagnostic[] = problems.filter(({ severity }) => severity === 'error');
  const notWritten: string[] = [];
  const formulas = value?.formulas.length ?? 0;
  const edits: TextEdit[] = [];
  const wanted = new Map<string, string>();
  for (const formula of value?.formulas ?? []) {
    const result = formatFormula({ name: source.name, text: formula.text }, profile);
    if (result.value === undefined || hasErrors(result.diagnostics)) {
      diagnostics.push(...diagnosticsInHost(result.diagnostics, formula, source));
      continue;
    }
    const laidOut = layoutInHost(formula, result.value);
    if (laidOut.trim() === formula.text.trim()) continue;
    const edit = rewriteFormula(formula, laidOut, source.text);
    if (edit === undefined) {
      notWritten.push(formula.address);
    } else {
      edits.push(edit);
      wanted.set(formula.address, laidOut.trim());
    }
  }
  if (edits.length === 0) return { text: source.text, formulas, diagnostics, notWritten };
  const text = applyEdits(source.text, edits);
  // What was written is read again: a host that understands it in another way keeps its old text.
  const again = await extractFormulas({ name: source.name, text }, language, loadGrammar);
  const written = new Map(again.value?.formulas.map((each) => [each.address, each.text.trim()]));
  const failed = [...wanted].filter(([address, own]) => written.get(address) !== own);
  if (failed.length > 0) {
    const left = [...notWritten, ...wanted.keys()];
    return { text: source.text, formulas, diagnostics, notWritten: left };
  }
  return { text, formulas, diagnostics, notWritten };
}

/** A formula that its host has on one line stays on one line, unless a comment would swallow what follows it. */
function layoutInHost({ text, host }: EmbeddedFormula, laidOut: string): string {
  const isFile = host.start === 0 && host.end === text.length;
  if (isFile || text.trim().includes('\n') || /\/\/|#/.test(laidOut)) return laidOut;
  return laidOut
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim())
    .reduce((left, right) =>
      left.endsWith('(') || right.startsWith(')') ? left + right : `${left} ${right}`,
    );
}
