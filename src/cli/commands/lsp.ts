import { Command } from 'commander';

const examples = `examples:
  poolscale lsp --stdio
`;

/** `poolscale lsp`: the language server. Standard output belongs to the protocol. */
export function lspCommand(): Command {
  return new Command('lsp')
    .description('language server for editors, over standard input and output')
    .addHelpText('before', examples)
    .option('--stdio', 'speak over standard input and output (the only way, and the default)')
    .action(async () => {
      const { serveStdio } = await import('../language-server/serve-stdio.js');
      await serveStdio();
    });
}
