import type { editor, languages } from 'monaco-editor';

import { codeActions, formattingEdits } from '../../../../src/language-service/index.js';
import type { CodeAction } from '../../../../src/language-service/index.js';
import { formulaDocument } from '../formula-documents.js';
import { formulaLanguage } from '../formula-language.js';
import type { Monaco } from '../monaco-api.js';
import { toRange, toTextEdits } from '../positions.js';

export function registerActionProviders(monaco: Monaco): void {
  monaco.languages.registerDocumentFormattingEditProvider(formulaLanguage, {
    provideDocumentFormattingEdits: (model) =>
      toTextEdits(model, formattingEdits(formulaDocument(model))),
  });

  monaco.languages.registerCodeActionProvider(formulaLanguage, {
    provideCodeActions(model, range) {
      const start = model.getOffsetAt({
        lineNumber: range.startLineNumber,
        column: range.startColumn,
      });
      const end = model.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn });
      const actions = codeActions(formulaDocument(model), { start, end });
      return {
        actions: actions.flatMap((action) => toMonacoAction(model, action)),
        dispose: () => undefined,
      };
    },
  });
}

function toMonacoAction(model: editor.ITextModel, action: CodeAction): languages.CodeAction[] {
  if (action.kind === 'explain') return [];
  const edits = action.edits.map(({ span, newText }) => ({
    resource: model.uri,
    textEdit: { range: toRange(model, span), text: newText },
    versionId: model.getVersionId(),
  }));
  return [
    {
      title: action.title,
      kind: action.kind === 'fixAll' ? 'source.fixAll' : 'quickfix',
      isPreferred: action.preferred,
      edit: { edits },
    },
  ];
}
