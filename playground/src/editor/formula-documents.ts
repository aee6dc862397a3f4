import type { editor } from 'monaco-editor';

import { openFormula, type FormulaDocument } from '../../../src/language-service/index.js';

const documents = new WeakMap<editor.ITextModel, { version: number; document: FormulaDocument }>();

/** The formula of a model, read once for each version of its text. */
export function formulaDocument(model: editor.ITextModel): FormulaDocument {
  const version = model.getVersionId();
  const known = documents.get(model);
  if (known?.version === version) return known.document;
  // Lines end in \n in every model, so that offsets of Monaco and ours agree.
  const document = openFormula({ name: 'formula.autoscale', text: model.getValue() });
  documents.set(model, { version, document });
  return document;
}
