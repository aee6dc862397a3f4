import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

import { loadGrammar } from '../../extract/load-grammar.node.js';
import { serve } from '../../language-server/server.js';
import { version } from '../version.generated.js';

/** Serves one client over standard input and output until it goes away. */
export function serveStdio(): Promise<void> {
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
  );
  serve(connection, { version, grammars: loadGrammar });
  return new Promise<void>((resolve) => {
    connection.onExit(resolve);
    process.stdin.once('close', resolve);
  });
}
