import { commands, window, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type ServerOptions } from 'vscode-languageclient/node';

const languages = ['autoscale', 'terraform', 'bicep', 'json', 'jsonc', 'yaml'];

let client: LanguageClient | undefined;

function serverOptions(context: ExtensionContext): ServerOptions {
  const own = workspace.getConfiguration('poolscale').get<string>('server', '');
  if (own !== '') return { command: own, args: ['lsp'], transport: TransportKind.stdio };
  const module = context.asAbsolutePath('server/bin/poolscale.js');
  return { module, args: ['lsp'], transport: TransportKind.stdio };
}

async function start(context: ExtensionContext): Promise<void> {
  client = new LanguageClient('poolscale', 'poolscale', serverOptions(context), {
    documentSelector: languages.map((language) => ({ language })),
  });
  try {
    await client.start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(`poolscale: the language server did not start: ${reason}`);
  }
}

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand('poolscale.restart', async () => {
      await client?.stop();
      await start(context);
    }),
  );
  await start(context);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
