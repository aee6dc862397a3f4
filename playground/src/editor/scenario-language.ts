import type { Monaco } from './monaco-api.js';
import type { SchemaItem } from './schema-completion.js';

export const scenarioLanguage = 'poolscale-yaml';

/** What the schema has at a place. The schema is fetched when it is first asked for: few people write scenarios. */
async function schemaItems(text: string, offset: number): Promise<SchemaItem[]> {
  const [{ schemaAt }, { default: schema }] = await Promise.all([
    import('./schema-completion.js'),
    import('../../../schemas/scenario.schema.json'),
  ]);
  return schemaAt(text, offset, schema);
}

/** YAML with the keys and values of the scenario schema. */
export function registerScenarioLanguage(monaco: Monaco): void {
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
    async provideCompletionItems(model, position) {
      const word = model.getWordUntilPosition(position);
      const range = {
        startLineNumber: position.lineNumber,
        endLineNumber: position.lineNumber,
        startColumn: word.startColumn,
        endColumn: word.endColumn,
      };
      const found = await schemaItems(model.getValue(), model.getOffsetAt(position));
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
    async provideHover(model, position) {
      const word = model.getWordAtPosition(position);
      if (word === null) return null;
      const start = { lineNumber: position.lineNumber, column: word.startColumn };
      const items = await schemaItems(model.getValue(), model.getOffsetAt(start));
      const key = items.find(({ label, isKey }) => isKey && label === word.word);
      return key === undefined ? null : { contents: [{ value: key.documentation }] };
    },
  });
}
