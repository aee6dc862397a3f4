import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
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

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(async () => {
  expect(await client.end()).toBe(0);
});

const formulaUri = 'file:///pools/render.autoscale';
const formula = [
  '// as many as there is work for',
  'tasks = max(0, $PendingTasks.GetSample(1));',
  'nodes = ceil(tasks / $TaskSlotsPerNode);',
  '$TargetDedicatedNodes = min(nodes, 25);',
  '$NodeDeallocationOption = taskcompletion;',
  '',
].join('\n');

const terraformUri = 'file:///infra/pools.tf';
const terraform = `resource "azurerm_batch_pool" "first" {
  auto_scale {
    evaluation_interval = "PT5M"
    formula             = <<-EOF
      tasks = max(0, $PendingTasks.GetSample(1));
      $TargetDedicatedNodes = min(tasks, \${var.max_nodes});
      $NodeDeallocationOption = taskcompletion;
    EOF
  }
}

resource "azurerm_batch_pool" "second" {
  auto_scale {
    formula = "count = 2;\\n$TargetDedicatedNodes = cout;\\n$NodeDeallocationOption = requeue;"
  }
}
`;

function ask<T>(method: string, uri: string, range?: Range, more: object = {}): Promise<T> {
  const position = range === undefined ? {} : { position: range.start };
  return client.connection.sendRequest(method, { textDocument: { uri }, ...position, ...more });
}

describe('a formula in a file of its own', () => {
  beforeAll(async () => {
    await client.open(formulaUri, 'autoscale', formula);
  });

  it('diagnoses every version of its text', async () => {
    const uri = 'file:///pools/changing.autoscale';
    const first = await client.open(uri, 'autoscale', '$TargetDedicatedNodes = noSuch;\n');
    expect(first.map(({ code }) => code)).toContain('undefined-variable');
    const broken = await client.change(uri, 2, '$TargetDedicatedNodes = (1;\n');
    expect(broken.some(({ severity }) => severity === 1)).toBe(true);
    const good = await client.change(uri, 3, formula);
    expect(good.filter(({ severity }) => severity === 1)).toEqual([]);
  });

  it('hovers', async () => {
    const range = rangeOf(formula, '$PendingTasks');
    const hover = await ask<Hover>('textDocument/hover', formulaUri, range);
    expect(hover.range).toEqual(range);
    expect(JSON.stringify(hover.contents)).toContain('Tasks that wait or run');
  });

  it('completes after a dot', async () => {
    const after = rangeOf(formula, 'GetSample');
    const items = await ask<CompletionItem[]>('textDocument/completion', formulaUri, after);
    expect(items.map(({ label }) => label)).toContain('GetSamplePercent');
  });

  it('helps with arguments', async () => {
    const range = rangeOf(formula, 'nodes, 25');
    const help = await ask<SignatureHelp>('textDocument/signatureHelp', formulaUri, range);
    expect(help.signatures[help.activeSignature ?? 0]!.label).toMatch(/^min\(/);
  });

  it('finds definition, references and highlights', async () => {
    const use = rangeOf(formula, 'nodes', 1);
    const written = rangeOf(formula, 'nodes', 0);
    expect(await ask<Location>('textDocument/definition', formulaUri, use)).toEqual({
      uri: formulaUri,
      range: written,
    });
    const references = await ask<Location[]>('textDocument/references', formulaUri, use, {
      context: { includeDeclaration: true },
    });
    expect(references.map(({ range }) => range)).toEqual([written, use]);
    const highlights = await ask<DocumentHighlight[]>(
      'textDocument/documentHighlight',
      formulaUri,
      use,
    );
    expect(highlights.map(({ kind }) => kind)).toEqual([3, 2]);
  });

  it('renames, and says why it does not', async () => {
    const use = rangeOf(formula, 'nodes', 1);
    expect(await ask('textDocument/prepareRename', formulaUri, use)).toEqual(use);
    const edit = await ask<WorkspaceEdit>('textDocument/rename', formulaUri, use, {
      newName: '$wanted',
    });
    const result = applied(formula, edit.changes![formulaUri]!);
    expect(result).toBe(formula.replaceAll('nodes', '$wanted'));
    await expect(ask('textDocument/rename', formulaUri, use, { newName: 'avg' })).rejects.toThrow(
      'avg has a meaning of its own in formulas',
    );
  });

  it('lists symbols, folds and selects', async () => {
    const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol', formulaUri);
    expect(symbols.map(({ name }) => name)).toEqual([
      'tasks',
      'nodes',
      '$TargetDedicatedNodes',
      '$NodeDeallocationOption',
    ]);
    expect(await ask<FoldingRange[]>('textDocument/foldingRange', formulaUri)).toEqual([]);
    const positions = [rangeOf(formula, 'tasks /').start];
    const [selection] = await ask<SelectionRange[]>(
      'textDocument/selectionRange',
      formulaUri,
      undefined,
      { positions },
    );
    const texts: string[] = [];
    for (let at = selection; at !== undefined; at = at.parent)
      texts.push(textAt(formula, at.range));
    expect(texts.slice(0, 3)).toEqual([
      'tasks',
      'tasks / $TaskSlotsPerNode',
      'ceil(tasks / $TaskSlotsPerNode)',
    ]);
  });

  it('colours tokens', async () => {
    const { data } = await ask<SemanticTokens>('textDocument/semanticTokens/full', formulaUri);
    expect(data.length % 5).toBe(0);
    // The first token is the comment of the first line.
    expect(data.slice(0, 3)).toEqual([0, 0, formula.indexOf('\n')]);
  });

  it('shows types, and values after an evaluation', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const hints = await ask<InlayHint[]>('textDocument/inlayHint', formulaUri, undefined, {
      range,
    });
    expect(hints.map(({ label }) => label)).toContain(': double');
    const lenses = await ask<CodeLens[]>('textDocument/codeLens', formulaUri);
    expect(lenses.map(({ command }) => command!.title)).toEqual(['evaluate', 'simulate']);
    const { command, arguments: given } = lenses[0]!.command!;
    const result = await client.connection.sendRequest('workspace/executeCommand', {
      command,
      arguments: given,
    });
    expect(result).toContain('$TargetDedicatedNodes=0');
    const live = await ask<InlayHint[]>('textDocument/inlayHint', formulaUri, undefined, { range });
    expect(live.map(({ label }) => label)).toContain('= 0');
    expect(client.shown.at(-1)).toBe(result);
  });

  it('simulates', async () => {
    const lenses = await ask<CodeLens[]>('textDocument/codeLens', formulaUri);
    const { command, arguments: given } = lenses[1]!.command!;
    const text = await client.connection.sendRequest('workspace/executeCommand', {
      command,
      arguments: given,
    });
    expect(text).toMatch(/200/);
  });

  it('formats', async () => {
    const uri = 'file:///pools/untidy.autoscale';
    const untidy = '$TargetDedicatedNodes=1;$NodeDeallocationOption=requeue';
    await client.open(uri, 'autoscale', untidy);
    const edits = await ask<TextEdit[]>('textDocument/formatting', uri, undefined, {
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(applied(untidy, edits)).toBe(
      '$TargetDedicatedNodes = 1;\n$NodeDeallocationOption = requeue;\n',
    );
  });
});

describe('two formulas in a Terraform file', () => {
  let diagnostics: Awaited<ReturnType<Client['open']>>;
  beforeAll(async () => {
    diagnostics = await client.open(terraformUri, 'terraform', terraform);
  });

  it('places diagnostics in the file', () => {
    const misspelt = diagnostics.find(({ code }) => code === 'undefined-variable');
    expect(misspelt?.range).toEqual(rangeOf(terraform, 'cout'));
  });

  it('hovers in both, and nowhere else', async () => {
    const first = rangeOf(terraform, '$PendingTasks');
    expect((await ask<Hover>('textDocument/hover', terraformUri, first)).range).toEqual(first);
    const second = rangeOf(terraform, 'requeue');
    expect((await ask<Hover>('textDocument/hover', terraformUri, second)).range).toEqual(second);
    const host = rangeOf(terraform, 'evaluation_interval');
    expect(await ask('textDocument/hover', terraformUri, host)).toBeNull();
  });

  it('renames in the one formula that was meant, in its quoting', async () => {
    const use = rangeOf(terraform, 'tasks,');
    const edit = await ask<WorkspaceEdit>('textDocument/rename', terraformUri, use, {
      newName: 'work',
    });
    const result = applied(terraform, edit.changes![terraformUri]!);
    expect(result).toBe(
      terraform.replace('tasks = max', 'work = max').replace('min(tasks,', 'min(work,'),
    );
  });

  it('completes and explains inside a quoted string', async () => {
    const place = rangeOf(terraform, 'cout');
    const after = { start: place.end, end: place.end };
    const items = await ask<CompletionItem[]>('textDocument/completion', terraformUri, after);
    const item = items.find(({ label }) => label === 'count')!;
    const edit = item.textEdit as TextEdit;
    expect(textAt(terraform, edit.range)).toBe('cout');
    const actions = await ask<CodeAction[]>('textDocument/codeAction', terraformUri, undefined, {
      range: place,
      context: { diagnostics: [] },
    });
    expect(actions.some(({ command }) => command?.command === 'poolscale.explain')).toBe(true);
  });

  it('formats both, each in its own quoting', async () => {
    const uri = 'file:///infra/untidy.tf';
    const untidy = terraform.replace('tasks = max', 'tasks=max').replace('count = 2;', 'count=2;');
    await client.open(uri, 'terraform', untidy);
    const edits = await ask<TextEdit[]>('textDocument/formatting', uri, undefined, {
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(applied(untidy, edits)).toBe(terraform);
  });

  it('lists the symbols of both', async () => {
    const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol', terraformUri);
    expect(symbols.map(({ name }) => name)).toEqual([
      'tasks',
      '$TargetDedicatedNodes',
      '$NodeDeallocationOption',
      'count',
      '$TargetDedicatedNodes',
      '$NodeDeallocationOption',
    ]);
    for (const { name, selectionRange } of symbols) {
      expect(textAt(terraform, selectionRange)).toBe(name);
    }
  });
});

it('says what it is', () => {
  expect(client.initialized.serverInfo?.name).toBe('poolscale');
});
