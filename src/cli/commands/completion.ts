import { Argument, Command } from 'commander';

import { completionScript, shells, type Shell } from '../completion/completion-script.js';
import { describeCommands } from '../completion/describe-commands.js';

const examples = `examples:
  poolscale completion bash > ~/.local/share/bash-completion/completions/poolscale
  poolscale completion zsh > ~/.zfunc/_poolscale
  poolscale completion fish > ~/.config/fish/completions/poolscale.fish
  poolscale completion pwsh >> $PROFILE
`;

/** `poolscale completion`: what a shell needs to complete command lines; made from the commands themselves. */
export function completionCommand(load: () => Promise<readonly Command[]>): Command {
  return new Command('completion')
    .description('print the completion script of a shell')
    .addArgument(new Argument('<shell>').choices(shells))
    .addHelpText('before', examples)
    .action(async (shell: Shell) => {
      process.stdout.write(completionScript(shell, describeCommands(await load())));
    });
}
