import type { Monaco } from './monaco-api.js';

export const formulaLanguage = 'autoscale';

/** What Monaco needs to know of formulas while a person writes; the language service tells it the rest. */
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
}
