import type { languages } from 'monaco-editor';

import {
  completion,
  signatureHelp,
  type CompletionKind,
} from '../../../../src/language-service/index.js';
import { formulaDocument } from '../formula-documents.js';
import { formulaLanguage } from '../formula-language.js';
import type { Monaco } from '../monaco-api.js';
import { toRange } from '../positions.js';

export function registerCompletionProviders(monaco: Monaco): void {
  const { CompletionItemKind, CompletionItemTag, CompletionItemInsertTextRule } = monaco.languages;
  const kinds: Readonly<Record<CompletionKind, languages.CompletionItemKind>> = {
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

  monaco.languages.registerCompletionItemProvider(formulaLanguage, {
    triggerCharacters: ['.', '$', '='],
    provideCompletionItems(model, position) {
      const { replace, items } = completion(formulaDocument(model), model.getOffsetAt(position));
      const range = toRange(model, replace);
      return {
        suggestions: items.map((item) => ({
          label: item.label,
          kind: kinds[item.kind],
          detail: item.detail,
          documentation: { value: item.documentation },
          insertText: item.insertText,
          range,
          sortText: item.sortText,
          filterText: item.label,
          ...(item.snippet
            ? { insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet }
            : {}),
          ...(item.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
        })),
      };
    },
  });

  monaco.languages.registerSignatureHelpProvider(formulaLanguage, {
    signatureHelpTriggerCharacters: ['(', ','],
    provideSignatureHelp(model, position) {
      const help = signatureHelp(formulaDocument(model), model.getOffsetAt(position));
      if (help === undefined) return null;
      const value = {
        ...help,
        signatures: help.signatures.map(({ label, parameters, documentation }) => ({
          label,
          documentation,
          parameters: parameters.map(({ start, end }) => ({
            label: [start, end] as [number, number],
          })),
        })),
      };
      return { value, dispose: () => undefined };
    },
  });
}
