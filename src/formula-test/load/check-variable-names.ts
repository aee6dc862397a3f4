import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import { nearestName } from '../../base/text/nearest-name.js';
import type { ExpectationFields } from '../schema/evaluation-fields.js';
import type { CaseFile, TestFile } from '../schema/test-file-schema.js';
import { testDiagnostic } from '../test-diagnostics.js';
import type { TestedFormula } from '../test-suite.js';

/** Every place of a case that may name variables. */
function places(one: CaseFile, path: DocumentPath): [ExpectationFields, DocumentPath][] {
  if ('sequence' in one) {
    return one.sequence.map((step, index) => [step, [...path, 'sequence', index]]);
  }
  if ('rows' in one) {
    const rows = one.rows.map((row, index): [ExpectationFields, DocumentPath] => [
      row,
      [...path, 'rows', index],
    ]);
    return [[one, path], ...rows];
  }
  return [[one, path]];
}

function assignedNames(names: readonly string[]): string {
  const shown = names.slice(0, 12).join(', ');
  const more = names.length > 12 ? ` and ${names.length - 12} more` : '';
  return names.length === 0 ? 'it assigns none' : `it assigns ${shown}${more}`;
}

/** Reports variables that the formula assigns nowhere. */
export function checkVariableNames(
  { cases }: TestFile,
  { source, keySpanOf }: TextDocument,
  { compiled }: TestedFormula,
  diagnostics: Diagnostic[],
): void {
  if (compiled.value === undefined) return;
  const { userVariables, profile } = compiled.value.program;
  const folded = profile.nameCase === 'insensitive';
  const known = new Set(folded ? userVariables.map((name) => name.toLowerCase()) : userVariables);
  for (const [index, one] of cases.entries()) {
    for (const [{ variables = {} }, path] of places(one, ['cases', index])) {
      for (const name of Object.keys(variables)) {
        if (known.has(folded ? name.toLowerCase() : name)) continue;
        const near = nearestName(name, userVariables);
        const help = near === undefined ? assignedNames(userVariables) : `did you mean ${near}?`;
        const span = keySpanOf([...path, 'variables', name]);
        diagnostics.push(testDiagnostic('unknown-test-variable', span, { name }, { source, help }));
      }
    }
  }
}
