import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { Command } from 'commander';

import { CommandError } from '../command-error.js';
import { createStaticServer } from '../playground/static-server.js';
import { processTerminal } from '../terminal.js';

interface PlaygroundOptions {
  readonly port: string;
  readonly host: string;
}

const examples = `examples:
  poolscale playground
  poolscale playground --port 8080
`;

/** `poolscale playground`: the web page of the playground, from this machine. */
export function playgroundCommand(): Command {
  return new Command('playground')
    .description('serve the playground: write a formula and watch the pool that it makes')
    .addHelpText('before', examples)
    .option('--port <number>', 'port to listen on; 0 takes a free one', '7654')
    .option('--host <name>', 'address to listen on', '127.0.0.1')
    .action(servePlayground);
}

async function servePlayground({ port, host }: PlaygroundOptions): Promise<void> {
  const terminal = processTerminal();
  const folder = fileURLToPath(new URL('../playground', import.meta.url));
  if (!existsSync(folder)) {
    throw new CommandError('the playground is not built here; run npm run build:playground');
  }
  const wanted = Number(port);
  if (!/^\d{1,5}$/.test(port) || wanted > 65_535) {
    throw new CommandError(`--port ${port}: expected a number from 0 to 65535`);
  }
  const server = createStaticServer(folder);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'the port is in use' : error.message;
      reject(new CommandError(`cannot listen on ${host}:${port}: ${reason}`));
    });
    server.listen(wanted, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : wanted;
  terminal.stdout.write(`playground: http://${host}:${actual}/ (Ctrl-C ends it)\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      });
    }
  });
}
