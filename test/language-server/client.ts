import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';

const command = fileURLToPath(new URL('../../dist/bin/poolscale.js', import.meta.url));

/** A language client as editors have it, on a server of its own. */
export interface Client {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Messages that the server wanted shown. */
  readonly shown: string[];
  /** Addresses that the server wanted opened. */
  readonly opened: string[];
  /** The diagnostics of a version of a file, when they come; for changes that a test sends itself. */
  readonly diagnosed: (uri: string, version: number) => Promise<Diagnostic[]>;
  /** Opens a file and waits for its diagnostics. */
  readonly open: (uri: string, languageId: string, text: string) => Promise<Diagnostic[]>;
  /** Replaces the text of an open file and waits for its diagnostics. */
  readonly change: (uri: string, version: number, text: string) => Promise<Diagnostic[]>;
  /** Ends the server by the protocol; answers with its exit code. */
  readonly end: () => Promise<number | null>;
}

export async function startClient(): Promise<Client> {
  const server: ChildProcess = spawn(process.execPath, [command, 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout!),
    new StreamMessageWriter(server.stdin!),
  );
  const waiting = new Map<string, (diagnostics: Diagnostic[]) => void>();
  const shown: string[] = [];
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (params: PublishDiagnosticsParams) => {
      const key = `${params.uri}@${params.version ?? 0}`;
      waiting.get(key)?.(params.diagnostics);
      waiting.delete(key);
    },
  );
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    shown.push(message);
  });
  connection.onRequest('workspace/inlayHint/refresh', () => null);
  const opened: string[] = [];
  connection.onRequest('window/showDocument', ({ uri }: { uri: string }) => {
    opened.push(uri);
    return { success: true };
  });
  connection.listen();
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
  });
  await connection.sendNotification('initialized', {});
  const diagnosed = (uri: string, version: number): Promise<Diagnostic[]> =>
    new Promise((resolve) => {
      waiting.set(`${uri}@${version}`, resolve);
    });
  return {
    connection,
    initialized,
    shown,
    opened,
    diagnosed,
    async open(uri, languageId, text) {
      const answer = diagnosed(uri, 1);
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      });
      return answer;
    },
    async change(uri, version, text) {
      const answer = diagnosed(uri, version);
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
      return answer;
    },
    async end() {
      const exited = new Promise<number | null>((resolve) => server.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return exited;
    },
  };
}
