import { Emitter } from 'monaco-editor/editor';

import {
  documentSymbols,
  foldingRanges,
  inlayHints,
  selectionRanges,
  semanticTokenModifiers,
  semanticTokens,
  semanticTokenTypes,
} from '../../../../src/language-service/index.js';
import { formulaDocument } from '../formula-documents.js';
import { formulaLanguage } from '../formula-language.js';
import { liveValues } from '../live-values.js';
import type { Monaco } from '../monaco-api.js';
import { toRange } from '../positions.js';

const hintsChanged = new Emitter<void>();

/** Asks for the hints anew: other live values are to be shown. */
export function refreshInlayHints(): void {
  hintsChanged.fire();
}

export function registerPresentationProviders(monaco: Monaco): void {
  const { FoldingRangeKind, InlayHintKind, SymbolKind } = monaco.languages;

  monaco.languages.registerDocumentSymbolProvider(formulaLanguage, {
    provideDocumentSymbols: (model) =>
      documentSymbols(formulaDocument(model)).map(({ name, detail, kind, span, nameSpan }) => ({
        name,
        detail,
        kind: kind === 'target' ? SymbolKind.Property : SymbolKind.Variable,
        tags: [],
        range: toRange(model, span),
        selectionRange: toRange(model, nameSpan),
      })),
  });

  monaco.languages.registerFoldingRangeProvider(formulaLanguage, {
    provideFoldingRanges: (model) =>
      foldingRanges(formulaDocument(model)).map(({ startLine, endLine, kind }) => ({
        start: startLine,
        end: endLine,
        ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}),
      })),
  });

  monaco.languages.registerSelectionRangeProvider(formulaLanguage, {
    provideSelectionRanges: (model, positions) =>
      positions.map((position) =>
        selectionRanges(formulaDocument(model), model.getOffsetAt(position)).map((span) => ({
          range: toRange(model, span),
        })),
      ),
  });

  // Monaco's feature asks for the visible range; a formula is short enough to answer with all of it.
  monaco.languages.registerDocumentRangeSemanticTokensProvider(formulaLanguage, {
    getLegend: () => ({
      tokenTypes: [...semanticTokenTypes],
      tokenModifiers: [...semanticTokenModifiers],
    }),
    provideDocumentRangeSemanticTokens(model) {
      const data: number[] = [];
      let line = 1;
      let column = 1;
      for (const { span, type, modifiers } of semanticTokens(formulaDocument(model))) {
        const { lineNumber, column: at } = model.getPositionAt(span.start);
        const fromColumn = lineNumber === line ? column : 1;
        const bits = modifiers.reduce(
          (sum, modifier) => sum + (1 << semanticTokenModifiers.indexOf(modifier)),
          0,
        );
        const typeIndex = semanticTokenTypes.indexOf(type);
        data.push(lineNumber - line, at - fromColumn, span.end - span.start, typeIndex, bits);
        line = lineNumber;
        column = at;
      }
      return { data: new Uint32Array(data) };
    },
  });

  monaco.languages.registerInlayHintsProvider(formulaLanguage, {
    onDidChangeInlayHints: hintsChanged.event,
    provideInlayHints(model, range) {
      const live = liveValues(model);
      const hints = inlayHints(formulaDocument(model), live === undefined ? {} : { live });
      return {
        hints: hints
          .map((hint) => ({ hint, position: model.getPositionAt(hint.offset) }))
          .filter(({ position }) => range.containsPosition(position))
          .map(({ hint, position }) => ({
            label: hint.label,
            position,
            kind: hint.kind === 'parameter' ? InlayHintKind.Parameter : InlayHintKind.Type,
            paddingLeft: hint.kind === 'value',
            paddingRight: hint.kind === 'parameter',
          })),
        dispose: () => undefined,
      };
    },
  });
}
