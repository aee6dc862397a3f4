import { Option, type Command } from 'commander';

import { traceFormatNames } from '../../workload/read/trace-format.js';
import { processorRules, type ProcessorRule } from '../../workload/read/trace-options.js';
import type { ProfileOptions } from '../commands/profile-options.js';
import { collect } from './collect.js';

/** The options that `simulate` and `compare` have in common, as commander hands them over. */
export interface RunCommandOptions extends ProfileOptions {
  readonly formula: readonly string[];
  readonly format: 'text' | 'json';
  readonly output?: string;
  readonly html?: string;
  readonly assert: readonly string[];
  readonly seed?: string;
  readonly until?: string;
  readonly param: readonly string[];
  readonly quiet?: true;
  readonly strict?: true;
  readonly trace?: string;
  readonly traceFormat?: string;
  readonly slots?: string;
  readonly vmSize?: string;
  readonly interval?: string;
  readonly processors?: ProcessorRule;
  readonly timeZone?: string;
  readonly prices?: string;
  readonly retries?: string;
}

/** Options that describe a run without a scenario file, by their names in `RunCommandOptions`. */
export const traceOptionFlags = {
  traceFormat: '--trace-format',
  slots: '--slots',
  vmSize: '--vm-size',
  interval: '--interval',
  processors: '--processors',
  timeZone: '--time-zone',
  prices: '--prices',
  retries: '--retries',
} as const;

function repeatable(flags: string, description: string): Option {
  return new Option(flags, description).argParser(collect).default([], 'none');
}

/** Adds the common options. */
export function addRunOptions(command: Command): Command {
  return command
    .addOption(
      repeatable(
        '--assert <expression>',
        "demand on a figure, such as 'p95_wait<10m'; exit code 1 when it does not hold (repeatable)",
      ),
    )
    .option('--seed <text>', 'seed of the run, instead of that of the scenario')
    .option(
      '--until <end>',
      'drained, a duration such as P7D, or a time such as 2026-03-02T08:00:00Z',
    )
    .addOption(
      repeatable(
        '--param <name=value>',
        "value of a simulator parameter, such as 'sched.latency_s={constant: 3}' (repeatable)",
      ),
    )
    .option('--profile <file>', 'switches for unsettled behaviour of the formula language')
    .addOption(repeatable('--set <name=value>', 'one such switch (repeatable)'))
    .addOption(
      new Option('--format <name>', 'what to print').choices(['text', 'json']).default('text'),
    )
    .option('--output <file>', 'print to a file')
    .option('--html <file>', 'write a report with charts: one file that needs no network')
    .option('--strict', 'refuse a scenario with settings that are not modelled')
    .option('--quiet', 'print nothing but errors, failed assertions and JSON')
    .optionsGroup('Without a scenario file:')
    .option('--trace <file>', 'trace of tasks, plain or gzip')
    .addOption(
      new Option('--trace-format <name>', 'format of the trace, recognised by default').choices(
        traceFormatNames,
      ),
    )
    .option('--slots <count>', 'task slots of a node (default: 1)')
    .option('--vm-size <name>', 'VM size, for the prices')
    .option('--interval <duration>', 'evaluation interval (default: PT15M)')
    .addOption(
      new Option(
        '--processors <rule>',
        'what a recorded job of p processors becomes: p tasks, one task of p slots, one task',
      ).choices(processorRules),
    )
    .option('--time-zone <zone>', 'zone of times that name none: UTC or an offset (default: UTC)')
    .option('--prices <file>', 'price book')
    .option('--retries <count>', 'retries of a failed task (default: 0)');
}
