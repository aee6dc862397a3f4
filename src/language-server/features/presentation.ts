import {
  FoldingRangeKind,
  InlayHintKind,
  SemanticTokensBuilder,
  SymbolKind,
  type Connection,
  type SelectionRange,
} from 'vscode-languageserver';

import type { Span } from '../../base/text/source-text.js';
import {
  documentSymbols,
  foldingRanges,
  inlayHints,
  selectionRanges,
  semanticTokenModifiers,
  semanticTokens,
  semanticTokenTypes,
} from '../../language-service/index.js';
import { toOffset, toRange, toSpan } from '../conversions.js';
import { formulaAt, type HostDocument } from '../host-document.js';
import { liveKey, type OpenDocuments } from '../open-documents.js';

/** Document symbols, folding, selection ranges, semantic tokens and inlay hints. */
export function registerPresentation(connection: Connection, documents: OpenDocuments): void {
  connection.onDocumentSymbol(async ({ textDocument }) => {
    const document = await documents.read(textDocument.uri);
    return (document?.formulas ?? []).flatMap((formula) =>
      documentSymbols(formula.document).map(({ name, detail, kind, span, nameSpan }) => ({
        name,
        detail,
        kind: kind === 'target' ? SymbolKind.Property : SymbolKind.Variable,
        range: toRange(document!.host, formula.toHost(span)),
        selectionRange: toRange(document!.host, formula.toHost(nameSpan)),
      })),
    );
  });

  connection.onFoldingRanges(async ({ textDocument }) => {
    const document = await documents.read(textDocument.uri);
    const [formula] = document?.formulas ?? [];
    // Inside another language its own folding rules.
    if (formula === undefined || document!.host.languageId !== 'autoscale') return [];
    return foldingRanges(formula.document).map(({ startLine, endLine, kind }) => ({
      startLine: startLine - 1,
      endLine: endLine - 1,
      ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}),
    }));
  });

  connection.onSelectionRanges(async ({ textDocument, positions }) => {
    const document = await documents.read(textDocument.uri);
    if (document === undefined) return [];
    return positions.map((position) => selectionAt(document, toOffset(document.host, position)));
  });

  connection.languages.semanticTokens.on(async ({ textDocument }) => {
    const document = await documents.read(textDocument.uri);
    return tokensOf(document, undefined);
  });
  connection.languages.semanticTokens.onRange(async ({ textDocument, range }) => {
    const document = await documents.read(textDocument.uri);
    return tokensOf(document, document && toSpan(document.host, range));
  });

  connection.languages.inlayHint.on(async ({ textDocument, range }) => {
    const document = await documents.read(textDocument.uri);
    if (document === undefined) return [];
    const { host, formulas } = document;
    const wanted = toSpan(host, range);
    return formulas.flatMap((formula) => {
      const live = documents.live.get(liveKey(host.uri, formula.address));
      return inlayHints(formula.document, live === undefined ? {} : { live }).flatMap((hint) => {
        const { start } = formula.toHost({ start: hint.offset, end: hint.offset });
        if (start < wanted.start || start > wanted.end) return [];
        return [
          {
            position: host.positionAt(start),
            label: hint.label,
            kind: hint.kind === 'parameter' ? InlayHintKind.Parameter : InlayHintKind.Type,
            paddingLeft: hint.kind === 'value',
            paddingRight: hint.kind === 'parameter',
          },
        ];
      });
    });
  });
}

function selectionAt(document: HostDocument, hostOffset: number): SelectionRange {
  const { host } = document;
  const place = formulaAt(document, hostOffset);
  const whole: SelectionRange = { range: toRange(host, { start: 0, end: host.getText().length }) };
  if (place === undefined) return whole;
  const spans = selectionRanges(place.formula.document, place.offset);
  return spans.reduceRight<SelectionRange>(
    (parent, span) => ({ range: toRange(host, place.formula.toHost(span)), parent }),
    whole,
  );
}

function tokensOf(
  document: HostDocument | undefined,
  wanted: Span | undefined,
): { data: number[] } {
  const builder = new SemanticTokensBuilder();
  for (const formula of document?.formulas ?? []) {
    const { host } = document!;
    for (const { span, type, modifiers } of semanticTokens(formula.document)) {
      const inHost = formula.toHost(span);
      if (wanted !== undefined && (inHost.end < wanted.start || inHost.start > wanted.end))
        continue;
      const start = host.positionAt(inHost.start);
      const end = host.positionAt(inHost.end);
      if (start.line !== end.line) continue;
      const bits = modifiers.reduce(
        (sum, modifier) => sum + (1 << semanticTokenModifiers.indexOf(modifier)),
        0,
      );
      const length = end.character - start.character;
      const typeIndex = semanticTokenTypes.indexOf(type);
      builder.push(start.line, start.character, length, typeIndex, bits);
    }
  }
  return builder.build();
}
