import {
  CodeActionKind,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

import type { GrammarLoader } from '../extract/grammar-loader.js';
import { semanticTokenModifiers, semanticTokenTypes } from '../language-service/index.js';
import { registerActions } from './features/actions.js';
import { registerCommands, serverCommands } from './features/commands.js';
import { registerCompletion } from './features/completion.js';
import { diagnosticsOf } from './features/diagnostics.js';
import { registerNavigation } from './features/navigation.js';
import { registerPresentation } from './features/presentation.js';
import { createOpenDocuments } from './open-documents.js';

export interface ServerOptions {
  readonly version: string;
  readonly grammars: GrammarLoader;
}

/** Serves the language over a connection until the client ends it. */
export function serve(connection: Connection, { version, grammars }: ServerOptions): void {
  const texts = new TextDocuments(TextDocument);
  const documents = createOpenDocuments(texts, grammars);
  connection.onInitialize(() => ({ ...capabilities, serverInfo: { name: 'poolscale', version } }));
  registerActions(connection, documents);
  registerCommands(connection, documents);
  registerCompletion(connection, documents);
  registerNavigation(connection, documents);
  registerPresentation(connection, documents);
  texts.onDidChangeContent(async ({ document: { uri, version: shown } }) => {
    const document = await documents.read(uri);
    // A newer text has its own answer.
    if (document === undefined || texts.get(uri)?.version !== shown) return;
    await connection.sendDiagnostics({
      uri,
      version: shown,
      diagnostics: diagnosticsOf(document),
    });
  });
  texts.onDidClose(async ({ document: { uri } }) => {
    documents.close(uri);
    await connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  texts.listen(connection);
  connection.listen();
}

const capabilities: InitializeResult = {
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: { triggerCharacters: ['.', '$', '='] },
    signatureHelpProvider: { triggerCharacters: ['(', ','] },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    inlayHintProvider: true,
    codeLensProvider: {},
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
    executeCommandProvider: { commands: Object.values(serverCommands) },
    semanticTokensProvider: {
      legend: {
        tokenTypes: [...semanticTokenTypes],
        tokenModifiers: [...semanticTokenModifiers],
      },
      full: true,
      range: true,
    },
  },
};
