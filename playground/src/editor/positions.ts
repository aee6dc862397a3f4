import type { editor, IRange } from 'monaco-editor';

import type { TextEdit } from '../../../src/base/diagnostics/diagnostic.js';
import type { Span } from '../../../src/base/text/source-text.js';

/** Offsets of the text of a model as Monaco's lines and columns. */
export function toRange(model: editor.ITextModel, { start, end }: Span): IRange {
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(end);
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}

export function toTextEdits(
  model: editor.ITextModel,
  edits: readonly TextEdit[],
): { range: IRange; text: string }[] {
  return edits.map(({ span, newText }) => ({ range: toRange(model, span), text: newText }));
}
