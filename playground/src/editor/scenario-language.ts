import { scenarioJsonSchema } from '../../../src/scenario/index.js';
import type { Monaco } from './monaco.js';
import { schemaAt, type JsonSchema } from './schema-completion.js';

export const scenarioLanguage = 'poolscale-yaml';

/** YAML with the keys and values of the scenario schema. */
export function registerScenarioLanguage(monaco: Monaco): void {
  const schema = scenarioJsonSchema() as JsonSchema;
  const { CompletionItemKind } = monaco.languages;
  monaco.languages.register({ id: scenarioLanguage });
  monaco.languages.setLanguageConfiguration(scenarioLanguage, {
    comments: { lineComment: '#' },
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
    onEnterRules: [
      { beforeText: /:\s*$/, action: { indentAction: monaco.languages.IndentAction.Indent } },
    ],
  });
  monaco.languages.setMonarchTokensProvider(scenarioLanguage, {
    tokenizer: {
      root: [
        [/#.*$/, 'comment'],
        [/^(\s*(?:- )?)([\w.$-]+)(?=\s*:)/, ['', 'property']],
        [/([{,]\s*)([\w.$-]+)(?=\s*:)/, ['', 'property']],
        [/"[^"]*"|'[^']*'/, 'string'],
        [/\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?|\d+(?:\.\d+)?(?![\w.-])/, 'number'],
        [/(?:true|false|null)\b/, 'enumMember'],
        // A whole word, so that digits within it are no numbers.
        [/[\w$][\w.$-]*/, ''],
      ],
    },
  });
  monaco.languages.registerCompletionItemProvider(scenarioLanguage, {
    triggerCharacters: ['\n', ' ', ':'],
    provideCompletionItems(model, position) {
      const found = schemaAt(model.getValue(), model.getOffsetAt(position), schema);
      const word = model.getWordUntilPosition(position);
      const range = {
        startLineNumber: position.lineNumber,
        endLineNumber: position.lineNumber,
        startColumn: word.startColumn,
        endColumn: word.endColumn,
      };
      return {
        suggestions: found.map(({ label, documentation, insertText, isKey }) => ({
          label,
          kind: isKey ? CompletionItemKind.Property : CompletionItemKind.Value,
          documentation,
          insertText,
          range,
        })),
      };
    },
  });
  monaco.languages.registerHoverProvider(scenarioLanguage, {
    provideHover(model, position) {
      const word = model.getWordAtPosition(position);
      if (word === null) return null;
      const start = { lineNumber: position.lineNumber, column: word.startColumn };
      const key = schemaAt(model.getValue(), model.getOffsetAt(start), schema).find(
        ({ label, isKey }) => isKey && label === word.word,
      );
      return key === undefined ? null : { contents: [{ value: key.documentation }] };
    },
  });
}
