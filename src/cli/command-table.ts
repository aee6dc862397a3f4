import type { Command } from 'commander';

/** A command and how its code is loaded: the others need not be read to run it. */
export interface CommandEntry {
  readonly name: string;
  readonly load: () => Promise<Command>;
}

/** All commands in the order of the help. */
export const commandTable: readonly CommandEntry[] = [
  { name: 'check', load: async () => (await import('./commands/check.js')).checkCommand() },
  { name: 'fmt', load: async () => (await import('./commands/fmt.js')).fmtCommand() },
  { name: 'test', load: async () => (await import('./commands/test.js')).testCommand() },
  { name: 'extract', load: async () => (await import('./commands/extract.js')).extractCommand() },
  { name: 'rules', load: async () => (await import('./commands/rules.js')).rulesCommand() },
  { name: 'explain', load: async () => (await import('./commands/explain.js')).explainCommand() },
  { name: 'init', load: async () => (await import('./commands/init.js')).initCommand() },
  { name: 'eval', load: async () => (await import('./commands/eval.js')).evalCommand() },
  {
    name: 'simulate',
    load: async () => (await import('./commands/simulate.js')).simulateCommand(),
  },
  { name: 'compare', load: async () => (await import('./commands/compare.js')).compareCommand() },
  { name: 'inspect', load: async () => (await import('./commands/inspect.js')).inspectCommand() },
  { name: 'profile', load: async () => (await import('./commands/profile.js')).profileCommand() },
  {
    name: 'playground',
    load: async () => (await import('./commands/playground.js')).playgroundCommand(),
  },
  { name: 'lsp', load: async () => (await import('./commands/lsp.js')).lspCommand() },
  {
    name: 'completion',
    load: async () => (await import('./commands/completion.js')).completionCommand(loadCommands),
  },
];

/** All commands, for what is told about them: `completion` describes itself too. */
export function loadCommands(): Promise<readonly Command[]> {
  return Promise.all(commandTable.map(({ load }) => load()));
}
