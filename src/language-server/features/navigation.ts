import {
  DocumentHighlightKind,
  MarkupKind,
  ResponseError,
  LSPErrorCodes,
  type Connection,
} from 'vscode-languageserver';

import {
  definition,
  hover,
  references,
  rename,
  renameRange,
} from '../../language-service/index.js';
import { toProtocolEdits, toRange } from '../conversions.js';
import { liveKey, type OpenDocuments } from '../open-documents.js';

/** Hover, definition, references, highlights and rename. */
export function registerNavigation(connection: Connection, documents: OpenDocuments): void {
  connection.onHover(async (params) => {
    const place = await documents.place(params);
    if (place === undefined) return null;
    const { formula, offset, document } = place;
    const live = documents.live.get(liveKey(document.host.uri, formula.address));
    const found = hover(formula.document, offset, live);
    if (found === undefined) return null;
    return {
      contents: { kind: MarkupKind.Markdown, value: found.markdown },
      range: toRange(document.host, formula.toHost(found.span)),
    };
  });

  connection.onDefinition(async (params) => {
    const place = await documents.place(params);
    const span = place && definition(place.formula.document, place.offset);
    if (place === undefined || span === undefined) return null;
    const { host } = place.document;
    return { uri: host.uri, range: toRange(host, place.formula.toHost(span)) };
  });

  connection.onReferences(async (params) => {
    const place = await documents.place(params);
    if (place === undefined) return [];
    const { host } = place.document;
    return references(place.formula.document, place.offset)
      .filter(({ write }) => params.context.includeDeclaration || !write)
      .map(({ span }) => ({ uri: host.uri, range: toRange(host, place.formula.toHost(span)) }));
  });

  connection.onDocumentHighlight(async (params) => {
    const place = await documents.place(params);
    if (place === undefined) return [];
    return references(place.formula.document, place.offset).map(({ span, write }) => ({
      range: toRange(place.document.host, place.formula.toHost(span)),
      kind: write ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  });

  connection.onPrepareRename(async (params) => {
    const place = await documents.place(params);
    const span = place && renameRange(place.formula.document, place.offset);
    if (place === undefined || span === undefined) return null;
    return toRange(place.document.host, place.formula.toHost(span));
  });

  connection.onRenameRequest(async (params) => {
    const place = await documents.place(params);
    if (place === undefined) return null;
    const { formula, offset, document } = place;
    const result = rename(formula.document, offset, params.newName);
    if (!result.ok) throw new ResponseError(LSPErrorCodes.RequestFailed, result.reason);
    const edits = formula.editsToHost(result.edits);
    if (edits === undefined) {
      throw new ResponseError(
        LSPErrorCodes.RequestFailed,
        'the new name cannot be written in this string',
      );
    }
    return { changes: { [document.host.uri]: toProtocolEdits(document.host, edits) } };
  });
}
