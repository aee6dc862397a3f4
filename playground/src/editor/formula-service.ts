import type { editor } from 'monaco-editor';

import { formulaDocument } from './formula-documents.js';
import { setMarkers, type Marked } from './markers.js';
import type { Monaco } from './monaco-api.js';
import { registerActionProviders } from './providers/actions.js';
import { registerCompletionProviders } from './providers/completion.js';
import { registerNavigationProviders } from './providers/navigation.js';
import { refreshInlayHints, registerPresentationProviders } from './providers/presentation.js';

/** The language service behind the editor. Its code is fetched when the editor is on the screen. */
export interface FormulaService {
  /** Shows the diagnostics of a formula; called on every change, without a delay. */
  readonly markFormula: (model: editor.ITextModel) => readonly Marked[];
  /** Asks for the hints anew: other live values are to be shown. */
  readonly refreshInlayHints: () => void;
}

/** Tells Monaco everything that the language service knows. */
export function startFormulaService(monaco: Monaco): FormulaService {
  registerCompletionProviders(monaco);
  registerNavigationProviders(monaco);
  registerPresentationProviders(monaco);
  registerActionProviders(monaco);
  return {
    markFormula(model) {
      const diagnostics = formulaDocument(model).diagnostics();
      setMarkers(monaco, model, diagnostics);
      return diagnostics;
    },
    refreshInlayHints,
  };
}
