import {
  definition,
  hover,
  references,
  rename,
  renameRange,
} from '../../../../src/language-service/index.js';
import { formulaDocument } from '../formula-documents.js';
import { formulaLanguage } from '../formula-language.js';
import { liveValues } from '../live-values.js';
import type { Monaco } from '../monaco-api.js';
import { toRange } from '../positions.js';

export function registerNavigationProviders(monaco: Monaco): void {
  const { DocumentHighlightKind } = monaco.languages;

  monaco.languages.registerHoverProvider(formulaLanguage, {
    provideHover(model, position) {
      const live = liveValues(model);
      const found = hover(formulaDocument(model), model.getOffsetAt(position), live);
      if (found === undefined) return null;
      return { range: toRange(model, found.span), contents: [{ value: found.markdown }] };
    },
  });

  monaco.languages.registerDefinitionProvider(formulaLanguage, {
    provideDefinition(model, position) {
      const span = definition(formulaDocument(model), model.getOffsetAt(position));
      return span === undefined ? null : { uri: model.uri, range: toRange(model, span) };
    },
  });

  monaco.languages.registerReferenceProvider(formulaLanguage, {
    provideReferences(model, position) {
      return references(formulaDocument(model), model.getOffsetAt(position)).map(({ span }) => ({
        uri: model.uri,
        range: toRange(model, span),
      }));
    },
  });

  monaco.languages.registerDocumentHighlightProvider(formulaLanguage, {
    provideDocumentHighlights(model, position) {
      return references(formulaDocument(model), model.getOffsetAt(position)).map(
        ({ span, write }) => ({
          range: toRange(model, span),
          kind: write ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        }),
      );
    },
  });

  monaco.languages.registerRenameProvider(formulaLanguage, {
    resolveRenameLocation(model, position) {
      const span = renameRange(formulaDocument(model), model.getOffsetAt(position));
      const text = model.getValue();
      if (span === undefined) {
        const word = model.getWordAtPosition(position);
        const range = toRange(model, { start: 0, end: 0 });
        const rejectReason = 'only variables of the formula itself can be renamed';
        return { range, text: word?.word ?? '', rejectReason };
      }
      return { range: toRange(model, span), text: text.slice(span.start, span.end) };
    },
    provideRenameEdits(model, position, newName) {
      const result = rename(formulaDocument(model), model.getOffsetAt(position), newName);
      if (!result.ok) return { edits: [], rejectReason: result.reason };
      return {
        edits: result.edits.map(({ span, newText }) => ({
          resource: model.uri,
          textEdit: { range: toRange(model, span), text: newText },
          versionId: model.getVersionId(),
        })),
      };
    },
  });
}
