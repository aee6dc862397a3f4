import {
  DiagnosticSeverity,
  type Diagnostic as ProtocolDiagnostic,
  type DiagnosticRelatedInformation,
} from 'vscode-languageserver';

import type { Diagnostic, Severity } from '../../base/diagnostics/diagnostic.js';
import type { Span } from '../../base/text/source-text.js';
import { toRange } from '../conversions.js';
import type { HostDocument } from '../host-document.js';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** All findings of a file, in its own positions. */
export function diagnosticsOf(document: HostDocument): ProtocolDiagnostic[] {
  const same = (span: Span): Span => span;
  return [
    ...document.diagnostics.map((each) => toProtocol(document, each, same)),
    ...document.formulas.flatMap(({ document: formula, toHost }) =>
      formula.diagnostics().map((each) => toProtocol(document, each, toHost)),
    ),
  ];
}

function toProtocol(
  { host }: HostDocument,
  { code, severity, message, help, span, labels = [] }: Diagnostic,
  toHost: (span: Span) => Span,
): ProtocolDiagnostic {
  const relatedInformation: DiagnosticRelatedInformation[] = labels.map((label) => ({
    location: { uri: host.uri, range: toRange(host, toHost(label.span)) },
    message: label.message,
  }));
  return {
    range: toRange(host, toHost(span)),
    severity: severities[severity],
    code,
    source: 'poolscale',
    message: help === undefined ? message : `${message}\n${help}`,
    ...(relatedInformation.length === 0 ? {} : { relatedInformation }),
  };
}
