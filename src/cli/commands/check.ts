import { Command, Option } from 'commander';

import type { CheckOptions } from '../check/run-check.js';
import { checkFormats } from '../check/format-names.js';
import { preloadParsers } from '../check/preload-parsers.js';
import { findFiles } from '../find/find-files.js';
import { collect } from '../options/collect.js';

const examples = `examples:
  poolscale check
  poolscale check infra/ --fail-on warning
  poolscale check --fix
  poolscale check --format pretty --format sarif=poolscale.sarif
  poolscale check - --stdin-filename pool.tf < pool.tf
`;

/** `poolscale check`: types and rules, wherever formulas stand. */
export function checkCommand(): Command {
  return new Command('check')
    .description(
      'find formulas in Terraform, Bicep, JSON, YAML, scripts and Markdown, and check them',
    )
    .argument('[paths...]', 'files and folders (default: this folder); - reads standard input')
    .addHelpText('before', examples)
    .option('--fix', 'make safe fixes in place')
    .option('--dry-run', 'with --fix: only say how many fixes would be made')
    .option('--diff', 'print what --fix would change, and change nothing')
    .option(
      '--format <format[=file]>',
      `${checkFormats.join(', ')}; to a file with =file (repeatable)`,
      collect,
    )
    .addOption(
      new Option('--fail-on <level>', 'lowest level of a finding that gives exit code 1')
        .choices(['error', 'warning', 'info'])
        .default('error'),
    )
    .option('--max-warnings <count>', 'exit code 1 above this number of warnings')
    .option(
      '--rule <id=level>',
      'level of a rule: off, info, warning or error (repeatable)',
      collect,
    )
    .option('--require-reason', 'ignore comments must say why, after --')
    .option('--stdin-filename <path>', 'name of standard input, which decides its language')
    .option('--quiet', 'show only the findings that fail, and no counts')
    .option('--baseline <file>', 'only findings that are not in this file count')
    .option('--update-baseline', 'write all findings to the file of --baseline')
    .option('--config <file>', 'configuration file, in place of the nearest poolscale.config.*')
    .option('--no-config', 'read no configuration file')
    .option('--print-config <file>', 'print the settings that hold for a file, and check nothing')
    .option('--profile <file>', 'switches for behaviour that no public record settles')
    .option('--set <name=value>', 'one such switch (repeatable)', collect)
    .action(async (given: readonly string[], options: CheckOptions) => {
      const named = given.length > 0 ? given : ['.'];
      const found = findFiles(named.filter((path) => path !== '-'));
      preloadParsers(found.files);
      const { runCheck } = await import('../check/run-check.js');
      await runCheck(named, found, options);
    });
}
