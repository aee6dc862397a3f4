import type { Position, Range, TextEdit as ProtocolEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

import type { TextEdit } from '../base/diagnostics/diagnostic.js';
import type { Span } from '../base/text/source-text.js';

/** Offsets of a host file as positions of the protocol: lines and UTF-16 columns from 0. */
export function toRange(host: TextDocument, { start, end }: Span): Range {
  return { start: host.positionAt(start), end: host.positionAt(end) };
}

export function toSpan(host: TextDocument, { start, end }: Range): Span {
  return { start: host.offsetAt(start), end: host.offsetAt(end) };
}

export function toOffset(host: TextDocument, position: Position): number {
  return host.offsetAt(position);
}

export function toProtocolEdits(host: TextDocument, edits: readonly TextEdit[]): ProtocolEdit[] {
  return edits.map(({ span, newText }) => ({ range: toRange(host, span), newText }));
}
