import {
  hasErrors,
  type Diagnostic,
  type DiagnosticResult,
} from '../../base/diagnostics/diagnostic.js';
import { checkDocument } from '../../base/document/check-document.js';
import { readDocument } from '../../base/document/read-document.js';
import type { SourceText } from '../../base/text/source-text.js';
import { profileWith, type Profile } from '../../profile/profile.js';
import { testFileSchema, writtenSchema } from '../schema/test-file-schema.js';
import type { TestSuite } from '../test-suite.js';
import { checkVariableNames } from './check-variable-names.js';
import { expandTables } from './expand-tables.js';
import { readCases } from './read-cases.js';
import { readTestedFormula } from './read-formula.js';
import type { TestFiles } from './test-files.js';

export interface LoadTestOptions {
  /** Switches that stand above those of the file. */
  readonly profile?: Partial<Profile>;
}

/**
 * Reads a file of formula tests, YAML or JSON, with the formula that it names. Errors have line and column. A formula that the
 * service would refuse is no error here: cases may expect that.
 */
export async function loadTestFile(
  source: SourceText,
  files: TestFiles,
  options: LoadTestOptions = {},
): Promise<DiagnosticResult<TestSuite>> {
  const read = readDocument(source);
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  const written = checkDocument(read.value, writtenSchema);
  if (written.value === undefined) return { diagnostics: written.diagnostics };
  const expanded = expandTables(read.value);
  if (expanded.value === undefined) return { diagnostics: expanded.diagnostics };
  const document = expanded.value;
  const checked = checkDocument(document, testFileSchema);
  const file = checked.value;
  if (file === undefined) return { diagnostics: checked.diagnostics };

  const diagnostics: Diagnostic[] = [...checked.diagnostics];
  const profile = profileWith({ ...file.profile, ...options.profile });
  const formula = await readTestedFormula(file.formula, document, files, profile, diagnostics);
  const cases = readCases(file, document, diagnostics);
  if (formula === undefined) return { diagnostics };
  checkVariableNames(file, document, formula, diagnostics);
  if (hasErrors(diagnostics)) return { diagnostics };
  return { value: { source, formula, seed: file.seed ?? '1', cases }, diagnostics };
}
