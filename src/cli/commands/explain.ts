import { Command } from 'commander';

import { nearestName } from '../../base/text/nearest-name.js';
import { CommandError } from '../command-error.js';
import { rulePages } from '../rule-pages.generated.js';
import { processTerminal } from '../terminal.js';

const examples = `examples:
  poolscale explain unguarded-window
  poolscale explain fraction-reaches-target | less
`;

/** `poolscale explain <rule>`: the page of a rule, as in docs/rules. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('print the page of a rule: what to avoid, what to write instead, and why')
    .argument('<rule>', 'name of a rule, as check prints it in brackets')
    .addHelpText('before', examples)
    .action((rule: string) => {
      const page = Object.hasOwn(rulePages, rule) ? rulePages[rule] : undefined;
      if (page === undefined) {
        const nearest = nearestName(rule, Object.keys(rulePages));
        const advice =
          nearest === undefined ? 'poolscale rules lists them' : `did you mean ${nearest}?`;
        throw new CommandError(`there is no rule ${rule}; ${advice}`);
      }
      const { stdout, palette } = processTerminal();
      // Markdown is for people to read as it stands; only its headings are set off, and notes to the documentation's test left out.
      const text = page
        .replace(/<!--.*?-->\n\n/g, '')
        .replace(/^#+ .*$/gm, (title) => palette.bold(title));
      stdout.write(text);
    });
}
