import { ebnfText } from './ebnf.js';
import { grammarRules } from './grammar-rules.js';
import { railroadPage } from './railroad-page.js';
import { referenceText } from './reference.js';
import { textMateGrammar } from './textmate.js';

/** The generated files of grammar/: contents by path from the root of the repository. */
export function generatedGrammarFiles(): ReadonlyMap<string, string> {
  const rules = grammarRules();
  return new Map([
    ['grammar/autoscale.ebnf', ebnfText(rules)],
    ['grammar/railroad.html', railroadPage(rules)],
    ['grammar/autoscale.tmLanguage.json', textMateGrammar()],
    ['grammar/reference.md', referenceText()],
  ]);
}
