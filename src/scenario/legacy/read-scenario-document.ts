import type { DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import { readDocument, type TextDocument } from '../../base/document/read-document.js';
import type { SourceText } from '../../base/text/source-text.js';
import { rewriteLegacy } from './rewrite-legacy.js';

/** Reads the text of a scenario; names of 2014 and 2015 are replaced by today's, with a note for each. */
export function readScenarioDocument(source: SourceText): DiagnosticResult<TextDocument> {
  return readDocument(source, (root) => rewriteLegacy(root, source));
}
