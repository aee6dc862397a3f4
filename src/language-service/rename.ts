import type { TextEdit } from '../base/diagnostics/diagnostic.js';
import type { Span } from '../base/text/source-text.js';
import type { FormulaDocument } from './formula-document.js';
import { occurrenceAt, occurrences, references } from './symbols.js';

const namePattern = /^\$?[A-Za-z_][A-Za-z0-9_]*$/;

export type RenameResult =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: string };

/** The range that a rename at an offset would replace; undefined where nothing can be renamed. */
export function renameRange(document: FormulaDocument, offset: number): Span | undefined {
  const found = occurrenceAt(document, offset);
  return found?.kind === 'user' ? found.span : undefined;
}

/** Gives a user variable another name, everywhere in the formula. Names of the service and names in use are refused. */
export function rename(document: FormulaDocument, offset: number, newName: string): RenameResult {
  const found = occurrenceAt(document, offset);
  if (found?.kind !== 'user') {
    return { ok: false, reason: 'only variables of the formula itself can be renamed' };
  }
  if (!namePattern.test(newName)) {
    return {
      ok: false,
      reason: `"${newName}" is no name: letters, digits and _, after an optional $`,
    };
  }
  const { names } = document;
  const taken =
    names.variable(newName) ??
    names.interval(newName) ??
    names.keyword(newName) ??
    names.function(newName);
  if (taken !== undefined || ['true', 'false', 'null'].includes(newName)) {
    return { ok: false, reason: `${newName} has a meaning of its own in formulas` };
  }
  const key = names.userKey(newName);
  const inUse = occurrences(document).some((each) => each.kind === 'user' && each.key === key);
  if (inUse && key !== found.key) {
    return { ok: false, reason: `${newName} is already a variable of this formula` };
  }
  const edits = references(document, offset).map(({ span }) => ({ span, newText: newName }));
  return { ok: true, edits };
}
