import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { TextDocument } from '../../base/document/read-document.js';
import { compileFormula } from '../../evaluator/compile-formula.js';
import type { Profile } from '../../profile/profile.js';
import { hostLanguageOf } from '../../extract/host-language.js';
import { diagnosticsInHost } from '../../scenario/formula/host-diagnostics.js';
import { createOffsetMap } from '../../scenario/formula/offset-map.js';
import { withFile } from '../../scenario/scenario-files.js';
import type { FormulaReference } from '../schema/test-file-schema.js';
import { testDiagnostic } from '../test-diagnostics.js';
import type { TestedFormula } from '../test-suite.js';
import { readEmbeddedFormula } from './read-embedded-formula.js';
import type { TestFiles } from './test-files.js';

/** Reads and compiles the formula that a file of tests names; undefined after an error. */
export async function readTestedFormula(
  reference: FormulaReference,
  document: TextDocument,
  files: TestFiles,
  profile: Profile,
  diagnostics: Diagnostic[],
): Promise<TestedFormula | undefined> {
  const host = document.source;
  if (typeof reference === 'string') {
    const source = { name: host.name, text: reference };
    const scalar = document.scalarAt(['formula']);
    return {
      source,
      compiled: compileFormula(source, { profile }),
      host,
      hostOffset: scalar === undefined ? () => undefined : createOffsetMap(host.text, scalar),
      relocate: (found) => diagnosticsInHost(found, source, document, ['formula']),
    };
  }
  const path = files.resolve(host.name, reference.file);
  const source = await withFile(document, ['formula', 'file'], path, diagnostics, () =>
    files.readText(path),
  );
  if (source === undefined) return undefined;
  const language = hostLanguageOf(path) ?? 'autoscale';
  if (language !== 'autoscale') {
    const embedded = { source, language, reference, document };
    return readEmbeddedFormula(embedded, profile, files.grammars, diagnostics);
  }
  if (reference.address !== undefined) {
    const span = document.keySpanOf(['formula', 'address']);
    diagnostics.push(
      testDiagnostic('address-of-plain-file', span, { path }, { source: document.source }),
    );
    return undefined;
  }
  return {
    source,
    compiled: compileFormula(source, { profile }),
    host: source,
    hostOffset: (offset) => offset,
    relocate: (found) => found,
  };
}
