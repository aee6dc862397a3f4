import { Command } from 'commander';

import { ruleTable, type RuleEntry } from '../../lint/rule-table.js';

const examples = `examples:
  poolscale rules
  poolscale rules --json > rules.json
`;

/** `poolscale rules`: what `check` looks for. */
export function rulesCommand(): Command {
  return new Command('rules')
    .description('list the rules by which formulas are checked; explain prints the page of one')
    .addHelpText('before', examples)
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) => {
      if (json === true) {
        console.log(JSON.stringify({ version: 1, rules: ruleTable }, undefined, 2));
        return;
      }
      const width = Math.max(...ruleTable.map(({ id }) => id.length));
      for (const rule of ruleTable) console.log(line(rule, width));
    });
}

function line({ id, level, fixable, summary }: RuleEntry, width: number): string {
  const fix = fixable === undefined ? '' : ` [${fixable}]`;
  return `${id.padEnd(width)}  ${level.padEnd('warning'.length)}  ${summary}${fix}`;
}
