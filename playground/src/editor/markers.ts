import type { editor, MarkerSeverity } from 'monaco-editor';

import type { Severity } from '../../../src/base/diagnostics/diagnostic.js';
import type { PlacedDiagnostic } from '../worker/messages.js';
import type { Monaco } from './monaco-api.js';
import { toRange } from './positions.js';

export type Marked = Pick<PlacedDiagnostic, 'code' | 'severity' | 'message' | 'help' | 'span'>;

export function setMarkers(
  monaco: Monaco,
  model: editor.ITextModel,
  diagnostics: readonly Marked[],
): void {
  const severities: Readonly<Record<Severity, MarkerSeverity>> = {
    error: monaco.MarkerSeverity.Error,
    warning: monaco.MarkerSeverity.Warning,
    info: monaco.MarkerSeverity.Info,
  };
  const markers = diagnostics.map(({ code, severity, message, help, span }) => ({
    ...toRange(model, span),
    severity: severities[severity],
    code,
    source: 'poolscale',
    message: help === undefined ? message : `${message}\n${help}`,
  }));
  monaco.editor.setModelMarkers(model, 'poolscale', markers);
}
