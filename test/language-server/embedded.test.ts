import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentHighlight,
  DocumentSymbol,
  Hover,
  InlayHint,
  Location,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
  SignatureHelp,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startClient, type Client } from './client.js';
import { applied, rangeOf, textAt } from './positions.js';

/** The second formula stands behind characters of two UTF-16 units, in a string with escapes. */
const text = `resource "azurerm_batch_pool" "first" {
  auto_scale {
    evaluation_interval = "PT5M"
    formula             = <<-EOF
      // as many as wait
      tasks = max(0, $PendingTasks.GetSample(1));
      nodes = ceil(tasks / 4);
      $TargetDedicatedNodes = min(nodes, \${var.max_nodes});
      $NodeDeallocationOption = taskcompletion;
    EOF
  }
}

resource "azurerm_batch_pool" "second" {
  auto_scale {
    /* 😀 é */ formula = "count = 2;\\n$TargetDedicatedNodes = max(count, 1);\\n$NodeDeallocationOption = requeue;"
  }
}
`;
const uri = 'file:///infra/two.tf';
const all: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

let client: Client;
beforeAll(async () => {
  client = await startClient();
  await client.open(uri, 'terraform', text);
});
afterAll(async () => {
  expect(await client.end()).toBe(0);
});

function ask<T>(method: string, more: object = {}, asked: string = uri): Promise<T> {
  return client.connection.sendRequest(method, { textDocument: { uri: asked }, ...more });
}

const options = { tabSize: 2, insertSpaces: true };

/** Opens the text with some of it replaced, under a name of its own. */
async function opened(
  name: string,
  ...changes: readonly (readonly [string, string])[]
): Promise<{ readonly own: string; readonly changed: string }> {
  const own = `file:///infra/${name}.tf`;
  const changed = changes.reduce((result, [from, to]) => result.replace(from, to), text);
  await client.open(own, 'terraform', changed);
  return { own, changed };
}

/** Every feature that the server announces, each driven in both formulas of one Terraform file. */
const features: Readonly<Record<string, () => Promise<void>>> = {
  async textDocumentSync() {
    const own = 'file:///infra/changing.tf';
    await client.open(own, 'terraform', text);
    const broken = text.replace('count = 2', 'count = 2 +').replace('tasks / 4', 'task / 4');
    const found = await client.change(own, 2, broken);
    const errors = found.filter(({ severity }) => severity === 1);
    expect(errors.map(({ code }) => code)).toContain('undefined-variable');
    expect(textAt(broken, errors.find(({ code }) => code === 'undefined-variable')!.range)).toBe(
      'task',
    );
    const second = errors.filter(({ range }) => range.start.line === 15);
    expect(second.map(({ range }) => textAt(broken, range))).toEqual([';']);
    const good = await client.change(own, 3, text);
    expect(good.filter(({ severity }) => severity === 1)).toEqual([]);
    // An edit of part of the text, as clients send it.
    const answer = client.diagnosed(own, 4);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: own, version: 4 },
      contentChanges: [{ range: rangeOf(text, 'count, 1'), text: 'cuont, 1' }],
    });
    const edited = text.replace('count, 1', 'cuont, 1');
    const misspelt = (await answer).find(({ code }) => code === 'undefined-variable');
    expect(misspelt?.range).toEqual(rangeOf(edited, 'cuont'));
  },

  async completionProvider() {
    for (const [word, occurrence, wanted] of [
      ['nodes', 1, 'nodes'],
      ['count', 1, 'count'],
    ] as const) {
      const { start, end } = rangeOf(text, word, occurrence);
      const position = { line: start.line, character: start.character + 2 };
      const items = await ask<CompletionItem[]>('textDocument/completion', { position });
      const edit = items.find(({ label }) => label === wanted)!.textEdit as TextEdit;
      expect(edit.range.start).toEqual(start);
      expect(edit.range.end.character).toBeLessThanOrEqual(end.character);
    }
    const outside = rangeOf(text, 'evaluation_interval').start;
    expect(await ask('textDocument/completion', { position: outside })).toEqual([]);
  },

  async signatureHelpProvider() {
    for (const [part, parameter] of [
      ['nodes, ${', 0],
      [', 1);\\n', 0],
      ['1);\\n$Node', 1],
    ] as const) {
      const position = rangeOf(text, part).start;
      const help = await ask<SignatureHelp>('textDocument/signatureHelp', { position });
      expect(help.signatures[0]!.label).toMatch(/^(?:min|max)\(/);
      expect(help.activeParameter).toBe(
        Math.min(parameter, help.signatures[0]!.parameters!.length - 1),
      );
    }
  },

  async hoverProvider() {
    for (const [word, part] of [
      ['$PendingTasks', 'Tasks that wait or run'],
      ['requeue', 'requeue'],
    ] as const) {
      const range = rangeOf(text, word);
      const hover = await ask<Hover>('textDocument/hover', { position: range.start });
      expect(hover.range).toEqual(range);
      expect(JSON.stringify(hover.contents)).toContain(part);
    }
    const host = rangeOf(text, 'evaluation_interval').start;
    expect(await ask('textDocument/hover', { position: host })).toBeNull();
  },

  async definitionProvider() {
    for (const word of ['tasks', 'nodes', 'count']) {
      const use = rangeOf(text, word, 1);
      expect(await ask<Location>('textDocument/definition', { position: use.start })).toEqual({
        uri,
        range: rangeOf(text, word),
      });
    }
  },

  async referencesProvider() {
    for (const word of ['nodes', 'count']) {
      const position = rangeOf(text, word).start;
      const both = [rangeOf(text, word), rangeOf(text, word, 1)];
      const context = { includeDeclaration: true };
      const found = await ask<Location[]>('textDocument/references', { position, context });
      expect(found.map(({ range }) => range)).toEqual(both);
      const uses = await ask<Location[]>('textDocument/references', {
        position,
        context: { includeDeclaration: false },
      });
      expect(uses.map(({ range }) => range)).toEqual(both.slice(1));
    }
  },

  async documentHighlightProvider() {
    // The name is in both formulas; the other one is another world.
    const second = rangeOf(text, '$TargetDedicatedNodes', 1);
    const found = await ask<DocumentHighlight[]>('textDocument/documentHighlight', {
      position: second.start,
    });
    expect(found).toEqual([{ range: second, kind: 3 }]);
  },

  async renameProvider() {
    for (const [word, result] of [
      ['nodes', text.replace('nodes = ceil', '$n = ceil').replace('min(nodes,', 'min($n,')],
      ['count', text.replace('count = 2', '$n = 2').replace('max(count,', 'max($n,')],
    ] as const) {
      const place = rangeOf(text, word, 1);
      const position = place.start;
      expect(await ask('textDocument/prepareRename', { position })).toEqual(place);
      const edit = await ask<WorkspaceEdit>('textDocument/rename', { position, newName: '$n' });
      expect(applied(text, edit.changes![uri]!)).toBe(result);
    }
    const position = rangeOf(text, 'evaluation_interval').start;
    expect(await ask('textDocument/prepareRename', { position })).toBeNull();
  },

  async documentSymbolProvider() {
    const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol');
    expect(symbols.map(({ selectionRange }) => textAt(text, selectionRange))).toEqual([
      'tasks',
      'nodes',
      '$TargetDedicatedNodes',
      '$NodeDeallocationOption',
      'count',
      '$TargetDedicatedNodes',
      '$NodeDeallocationOption',
    ]);
    expect(symbols.map(({ range }) => textAt(text, range)).slice(3, 6)).toEqual([
      '$NodeDeallocationOption = taskcompletion',
      'count = 2',
      '$TargetDedicatedNodes = max(count, 1)',
    ]);
  },

  async foldingRangeProvider() {
    // Lines of Terraform fold as Terraform says; a formula has a say in a file of its own.
    expect(await ask('textDocument/foldingRange')).toEqual([]);
    const own = 'file:///infra/folding.autoscale';
    await client.open(own, 'autoscale', '// one\n// two\na = 1\n  + 2;\n');
    expect(await ask('textDocument/foldingRange', {}, own)).toEqual([
      { startLine: 0, endLine: 1, kind: 'comment' },
      { startLine: 2, endLine: 3 },
    ]);
  },

  async selectionRangeProvider() {
    const positions = [rangeOf(text, 'tasks /').start, rangeOf(text, 'count, 1').start];
    const found = await ask<SelectionRange[]>('textDocument/selectionRange', { positions });
    const texts = found.map((first) => {
      const grown: string[] = [];
      for (let at: SelectionRange | undefined = first; at !== undefined; at = at.parent) {
        grown.push(textAt(text, at.range));
      }
      return grown;
    });
    expect(texts[0]!.slice(0, 4)).toEqual([
      'tasks',
      'tasks / 4',
      'ceil(tasks / 4)',
      'nodes = ceil(tasks / 4)',
    ]);
    expect(texts[1]!.slice(0, 3)).toEqual([
      'count',
      'max(count, 1)',
      '$TargetDedicatedNodes = max(count, 1)',
    ]);
    for (const grown of texts) expect(grown.at(-1)).toBe(text);
  },

  async documentFormattingProvider() {
    const { own, changed } = await opened(
      'untidy',
      ['nodes = ceil', 'nodes=ceil'],
      ['count = 2', 'count=2'],
    );
    const edits = await ask<TextEdit[]>('textDocument/formatting', { options }, own);
    expect(applied(changed, edits)).toBe(text);
  },

  async documentRangeFormattingProvider() {
    const first = ['nodes = ceil', 'nodes=ceil'] as const;
    const second = ['count = 2', 'count=2'] as const;
    const { own, changed } = await opened('ranges', first, second);
    for (const [range, wanted] of [
      [rangeOf(changed, 'nodes=ceil'), text.replace(...second)],
      [rangeOf(changed, 'count=2'), text.replace(...first)],
      [rangeOf(changed, 'evaluation_interval'), changed],
    ] as const) {
      const edits = await ask<TextEdit[]>('textDocument/rangeFormatting', { range, options }, own);
      expect(applied(changed, edits)).toBe(wanted);
    }
  },

  async inlayHintProvider() {
    const hints = await ask<InlayHint[]>('textDocument/inlayHint', { range: all });
    const types = hints.filter(({ label }) => label === ': double');
    expect(types.map(({ position }) => position)).toEqual(
      ['tasks', 'nodes', 'count'].map((word) => rangeOf(text, word).end),
    );
    const range = rangeOf(text, 'nodes = ceil(tasks / 4);');
    const part = await ask<InlayHint[]>('textDocument/inlayHint', { range });
    expect(part.map(({ position }) => position)).toEqual([rangeOf(text, 'nodes').end]);
  },

  async codeLensProvider() {
    const lenses = await ask<CodeLens[]>('textDocument/codeLens');
    expect(lenses.map(({ range, command }) => [range.start.line, command!.title])).toEqual([
      [5, 'evaluate'],
      [5, 'simulate'],
      [15, 'evaluate'],
      [15, 'simulate'],
    ]);
    expect(lenses[2]!.range.start).toEqual(rangeOf(text, 'count').start);
  },

  async codeActionProvider() {
    const { own, changed } = await opened(
      'fixes',
      ['// as many as wait', '# as many as wait'],
      ['max(count, 1)', 'max(cuont, 1)'],
    );
    const actionsAt = (range: Range, only?: readonly string[]): Promise<CodeAction[]> =>
      ask('textDocument/codeAction', { range, context: { diagnostics: [], only } }, own);
    const result = ({ edit }: CodeAction): string => applied(changed, edit!.changes![own]!);

    const comment = rangeOf(changed, '#');
    const fix = (await actionsAt(comment)).find(({ isPreferred }) => isPreferred === true)!;
    expect(fix.kind).toBe('quickfix');
    expect(result(fix)).toBe(changed.replace('# as', '// as'));

    const misspelt = await actionsAt(rangeOf(changed, 'cuont'));
    const spelling = misspelt.find(
      ({ kind, title }) => kind === 'quickfix' && /count/.test(title),
    )!;
    expect(result(spelling)).toBe(changed.replace('cuont', 'count'));
    expect(misspelt.map(({ command }) => command?.command)).toContain('poolscale.explain');

    const everything = await actionsAt(comment, ['source.fixAll']);
    expect(everything.map(({ kind }) => kind)).toEqual(['source.fixAll']);
    expect(result(everything[0]!)).toBe(changed.replace('# as', '// as'));
    expect(await actionsAt(rangeOf(changed, 'evaluation_interval'))).toEqual([]);

    // A warning can be ignored where it is, in a comment with the indentation of its line.
    const context = { diagnostics: [] };
    const warned = await ask<CodeAction[]>('textDocument/codeAction', {
      range: rangeOf(text, '$PendingTasks'),
      context,
    });
    const ignore = warned.find(({ title }) => title === 'ignore last-sample-only here')!;
    expect(applied(text, ignore.edit!.changes![uri]!)).toBe(
      text.replace(
        '      tasks = max',
        '      // poolscale-ignore last-sample-only\n      tasks = max',
      ),
    );
  },

  async executeCommandProvider() {
    const run = (command: string, given: readonly unknown[]): Promise<unknown> =>
      client.connection.sendRequest('workspace/executeCommand', { command, arguments: given });
    const lenses = await ask<CodeLens[]>('textDocument/codeLens');
    const [, , evaluate, simulate] = lenses.map(({ command }) => command!);
    expect(await run(evaluate!.command, evaluate!.arguments!)).toContain('$TargetDedicatedNodes=2');
    const hints = await ask<InlayHint[]>('textDocument/inlayHint', { range: all });
    const values = hints.filter(({ label }) => typeof label === 'string' && label.startsWith('='));
    // Only the second formula was evaluated; its values stand at the ends of its own statements.
    expect(values.map(({ label, position }): [unknown, Position] => [label, position])).toEqual([
      ['= 2', rangeOf(text, 'count = 2').end],
      ['= 2', rangeOf(text, 'max(count, 1)').end],
      ['= requeue', rangeOf(text, '= requeue').end],
    ]);
    expect(await run(simulate!.command, simulate!.arguments!)).toMatch(/200/);
    expect(await run('poolscale.explain', ['last-sample-only'])).toMatch(/last-sample-only/);
    expect(client.opened.at(-1)).toMatch(/^https:.*last-sample-only/);
  },

  async semanticTokensProvider() {
    const { data } = await ask<SemanticTokens>('textDocument/semanticTokens/full');
    const tokens = tokensOf(data);
    expect(tokens.filter(({ start }) => start.line === 15).map(shown)).toEqual([
      'count variable',
      '= operator',
      '2 number',
      '$TargetDedicatedNodes variable',
      '= operator',
      'max function',
      'count variable',
      '1 number',
      '$NodeDeallocationOption variable',
      '= operator',
      'requeue enumMember',
    ]);
    expect(tokens.filter(({ start }) => start.line === 4).map(shown)).toEqual([
      '// as many as wait comment',
    ]);

    const range = rangeOf(text, 'nodes = ceil(tasks / 4);');
    const part = await ask<SemanticTokens>('textDocument/semanticTokens/range', { range });
    expect(tokensOf(part.data)).toEqual(tokens.filter(({ start }) => start.line === 6));
  },
};

interface Token {
  readonly start: Position;
  readonly length: number;
  readonly type: string;
}

function tokensOf(data: readonly number[]): Token[] {
  const { legend } = client.initialized.capabilities.semanticTokensProvider!;
  const tokens: Token[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(i, i + 4);
    line += lines;
    character = lines === 0 ? character + characters : characters;
    tokens.push({ start: { line, character }, length, type: legend.tokenTypes[type]! });
  }
  return tokens;
}

function shown({ start, length, type }: Token): string {
  const end = { line: start.line, character: start.character + length };
  return `${textAt(text, { start, end })} ${type}`;
}

it('announces no feature without a test', () => {
  expect(Object.keys(client.initialized.capabilities).sort()).toEqual(Object.keys(features).sort());
});

describe('in a Terraform file with two formulas', () => {
  it.each(Object.keys(features))('%s', async (name) => {
    await features[name]!();
  });
});
