import type { SourceText } from '../base/text/source-text.js';
import type { HostLanguage } from '../extract/embedded-formula.js';
import type { ExtractOptions } from '../extract/extract-formulas.js';
import type { GrammarLoader } from '../extract/grammar-loader.js';
import { applySafeFixes } from './apply-fixes.js';
import { checkFile, type CheckedFile } from './check-file.js';
import type { LintOptions } from './lint-options.js';

/** A fix can give way to another one; fixes that undo each other would go on for ever. */
const mostPasses = 10;

export interface FixedFile {
  /** The file as it was given, checked. */
  readonly before: CheckedFile;
  /** The file after its fixes, checked; `source` has the new text. */
  readonly checked: CheckedFile;
  /** Fixes that were made. */
  readonly fixed: number;
}

/** Makes safe fixes until there are none left. A pass after which formulas could no longer be read is not made. */
export async function fixFile(
  host: SourceText,
  language: HostLanguage,
  grammars: GrammarLoader,
  options: LintOptions & ExtractOptions = {},
): Promise<FixedFile> {
  const before = await checkFile(host, language, grammars, options);
  let checked = before;
  let fixed = 0;
  for (let pass = 0; pass < mostPasses; pass++) {
    const diagnostics = checked.formulas.flatMap((formula) => formula.diagnostics);
    const { text, applied } = applySafeFixes(checked.source.text, diagnostics);
    if (applied === 0) break;
    const next = await checkFile({ name: host.name, text }, language, grammars, options);
    if (next.formulas.length !== checked.formulas.length) break;
    if (next.problems.length > checked.problems.length) break;
    checked = next;
    fixed += applied;
  }
  return { before, checked, fixed };
}
