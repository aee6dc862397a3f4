import { Command } from 'commander';

import { openQuestions } from '../../profile/open-questions.js';
import { switchNames, switchTable } from '../../profile/switch-table.js';

const examples = `examples:
  poolscale profile
  poolscale profile --json > switches.json
`;

/** `poolscale profile`: the switches for behaviour of the service that no public record settles. */
export function profileCommand(): Command {
  return new Command('profile')
    .description('list the switches for service behaviour that no public record settles')
    .addHelpText('before', examples)
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) => {
      if (json === true) {
        const switches = switchNames.map((name) => {
          const { values, ...row } = switchTable[name];
          return { name, default: values[0], values, ...row };
        });
        console.log(JSON.stringify({ switches, openQuestions }, undefined, 2));
        return;
      }
      for (const name of switchNames) {
        const { values, description, covers } = switchTable[name];
        const ids = covers.length === 0 ? '' : ` (${covers.join(', ')})`;
        console.log(`${name}: ${values.join(' | ')}\n    ${description}${ids}`);
      }
    });
}
