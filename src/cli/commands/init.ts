import { existsSync } from 'node:fs';

import { Command } from 'commander';

import { configNames } from '../check/find-config.js';
import { CommandError } from '../command-error.js';
import { writeWhole } from '../io/write-file.js';
import { processTerminal } from '../terminal.js';

const examples = `examples:
  poolscale init
  poolscale init --print-step github
`;

const configFile = 'poolscale.config.yaml';

const config = `# Settings of poolscale check; every key is optional. "poolscale rules" lists the rules, "poolscale explain <rule>" explains one.
extends: recommended        # strict: warnings are errors; all: what is only for information is a warning too
rules: {}                   # for example  no-upper-clamp: off
exclude: []                 # for example  vendor/
environment: {}             # for example  evaluationInterval: PT5M
`;

const steps = {
  github: `      - run: npx poolscale check --format github
`,
  azure: `  - script: npx poolscale check --format azure-pipelines
    displayName: Check autoscale formulas
`,
  gitlab: `autoscale-formulas:
  image: node:24
  script:
    - npx poolscale check --format pretty --format gitlab=gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`,
} as const;

type Pipeline = keyof typeof steps;

function isPipeline(name: string): name is Pipeline {
  return Object.hasOwn(steps, name);
}

/** `poolscale init`: a configuration file to begin with, and the step of a pipeline. */
export function initCommand(): Command {
  return new Command('init')
    .description('write a configuration file, and print the step of a pipeline')
    .addHelpText('before', examples)
    .option('--print-step <pipeline>', 'only print the step: github, azure or gitlab')
    .action(init);
}

async function init({ printStep }: { readonly printStep?: string }): Promise<void> {
  const { stdout } = processTerminal();
  if (printStep !== undefined) {
    if (!isPipeline(printStep)) {
      throw new CommandError(`--print-step expects github, azure or gitlab, found ${printStep}`);
    }
    stdout.write(steps[printStep]);
    return;
  }
  const present = configNames.find((name) => existsSync(name));
  if (present !== undefined)
    throw new CommandError(`${present} is there already; nothing was written`);
  await writeWhole(configFile, config);
  stdout.write(`wrote ${configFile}; check with

  poolscale check

and in GitHub Actions with the step

${steps.github}
(--print-step azure and --print-step gitlab print those of other pipelines)
`);
}
