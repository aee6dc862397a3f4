import type { Diagnostic } from '../../../src/base/diagnostics/diagnostic.js';
import { locationText } from '../../../src/base/diagnostics/render.js';
import type { PlacedDiagnostic } from './messages.js';

/** Diagnostics as a message carries them: the text that they are about is known to the page. */
export function placeDiagnostics(
  diagnostics: readonly Diagnostic[],
  file: string,
): PlacedDiagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { code, severity, message, span, help, source } = diagnostic;
    return {
      code,
      severity,
      message,
      span,
      ...(help === undefined ? {} : { help }),
      file: source?.name ?? file,
      place: source === undefined ? file : locationText(diagnostic),
    };
  });
}
