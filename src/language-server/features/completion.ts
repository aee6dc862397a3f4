import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem as ProtocolItem,
  type Connection,
} from 'vscode-languageserver';

import { completion, signatureHelp, type CompletionKind } from '../../language-service/index.js';
import { toRange } from '../conversions.js';
import type { OpenDocuments } from '../open-documents.js';

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  variable: CompletionItemKind.Variable,
  target: CompletionItemKind.Property,
  user: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  method: CompletionItemKind.Method,
  member: CompletionItemKind.Field,
  constant: CompletionItemKind.Constant,
  keyword: CompletionItemKind.EnumMember,
  snippet: CompletionItemKind.Snippet,
};

/** Completion and signature help. */
export function registerCompletion(connection: Connection, documents: OpenDocuments): void {
  connection.onCompletion(async (params): Promise<ProtocolItem[]> => {
    const place = await documents.place(params);
    if (place === undefined) return [];
    const { formula, offset, document } = place;
    const { replace, items } = completion(formula.document, offset);
    const range = toRange(document.host, formula.toHost(replace));
    return items.flatMap((item) => {
      const [edit] = formula.editsToHost([{ span: replace, newText: item.insertText }]) ?? [];
      // Text that the host would have to quote in another way is not offered.
      if (edit === undefined) return [];
      return [
        {
          label: item.label,
          kind: kinds[item.kind],
          detail: item.detail,
          documentation: { kind: MarkupKind.Markdown, value: item.documentation },
          insertTextFormat: item.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
          textEdit: { range, newText: edit.newText },
          filterText: item.label,
          sortText: item.sortText,
          ...(item.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
        },
      ];
    });
  });

  connection.onSignatureHelp(async (params) => {
    const place = await documents.place(params);
    const help = place && signatureHelp(place.formula.document, place.offset);
    if (help === undefined) return null;
    return {
      ...help,
      signatures: help.signatures.map(({ label, parameters, documentation }) => ({
        label,
        documentation,
        parameters: parameters.map(({ start, end }) => ({
          label: [start, end] as [number, number],
        })),
      })),
    };
  });
}
