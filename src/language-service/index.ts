/**
 * Editor functions for formulas: pure functions of a document and an offset. They work on broken text and never throw. Offsets are
 * UTF-16; hosts (the language server, the playground) turn them into lines and columns.
 */
export { openFormula, type FormulaDocument } from './formula-document.js';
export { codeActions, fixAllEdits, type CodeAction } from './code-actions.js';
export { codeLenses, type CodeLens } from './code-lenses.js';
export {
  completion,
  type Completion,
  type CompletionItem,
  type CompletionKind,
} from './completion.js';
export { formattingEdits } from './formatting.js';
export { hover, type Hover } from './hover.js';
export { inlayHints, type InlayHint, type InlayHintOptions } from './inlay-hints.js';
export { type LiveValues } from './live-values.js';
export {
  documentSymbols,
  foldingRanges,
  type DocumentSymbol,
  type FoldingRange,
} from './outline.js';
export { rename, renameRange, type RenameResult } from './rename.js';
export {
  semanticTokenModifiers,
  semanticTokens,
  semanticTokenTypes,
  type SemanticToken,
} from './semantic-tokens.js';
export { signatureHelp, type SignatureHelp } from './signature-help.js';
export { definition, occurrenceAt, occurrences, references, type Occurrence } from './symbols.js';
export { selectionRanges } from './syntax-nodes.js';
