import type { Diagnostic } from '../../../src/base/diagnostics/diagnostic.js';
import type { PlacedDiagnostic } from './messages.js';

/** Diagnostics as a message carries them: the text that they are about is known to the page. */
export function placeDiagnostics(
  diagnostics: readonly Diagnostic[],
  file: string,
): PlacedDiagnostic[] {
  return diagnostics.map(({ code, severity, message, span, help, source }) => ({
    code,
    severity,
    message,
    span,
    ...(help === undefined ? {} : { help }),
    file: source?.name ?? file,
  }));
}
