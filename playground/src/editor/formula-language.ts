import type { Monaco } from './monaco.js';
import { registerActionProviders } from './providers/actions.js';
import { registerCompletionProviders } from './providers/completion.js';
import { registerNavigationProviders } from './providers/navigation.js';
import { registerPresentationProviders } from './providers/presentation.js';

export const formulaLanguage = 'autoscale';

/** Tells Monaco everything that the language service knows. */
export function registerFormulaLanguage(monaco: Monaco): void {
  monaco.languages.register({ id: formulaLanguage, extensions: ['.autoscale'] });
  monaco.languages.setLanguageConfiguration(formulaLanguage, {
    comments: { lineComment: '//' },
    brackets: [['(', ')']],
    autoClosingPairs: [
      { open: '(', close: ')' },
      { open: '"', close: '"' },
    ],
    surroundingPairs: [
      { open: '(', close: ')' },
      { open: '"', close: '"' },
    ],
    // A dollar sign belongs to the name after it.
    wordPattern: /\$?[A-Za-z_]\w*|\d+(?:\.\d+)?|\$/,
  });
  registerCompletionProviders(monaco);
  registerNavigationProviders(monaco);
  registerPresentationProviders(monaco);
  registerActionProviders(monaco);
}
