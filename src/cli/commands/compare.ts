import { Command, Option } from 'commander';

import { plainPalette } from '../../base/diagnostics/render.js';
import { checkAssertions, type Assertion } from '../../experiment/assertion.js';
import { compare, derivedSeeds, type Comparison } from '../../experiment/compare.js';
import { runSimulation } from '../../experiment/run.js';
import { compareHtml } from '../../report/html/compare-html.js';
import { compareJson } from '../../report/json/compare-json.js';
import { comparisonNotes } from '../../report/notes/comparison-notes.js';
import type { ShownAssertion } from '../../report/shown-assertion.js';
import { renderComparison } from '../../report/terminal/comparison-table.js';
import { CommandError } from '../command-error.js';
import { endRun } from '../end-run.js';
import { withInterrupt } from '../interrupt.js';
import { print } from '../io/print.js';
import { writeWhole } from '../io/write-file.js';
import { loadExperiment, wholeNumber } from '../options/load-experiment.js';
import { readAssertions } from '../options/read-assertions.js';
import { addRunOptions, type RunCommandOptions } from '../options/run-options.js';
import { createProgressLine } from '../progress-line.js';
import { progressText } from '../progress-text.js';
import { processTerminal } from '../terminal.js';
import { collect } from '../options/collect.js';

interface CompareOptions extends RunCommandOptions {
  readonly seeds: string;
}

const examples = `examples:
  poolscale compare night.scenario.yaml --formula a.autoscale --formula b.autoscale
  poolscale compare night.scenario.yaml --formula a.autoscale --formula b.autoscale --seeds 10 --html report.html
  poolscale compare --trace jobs.swf --formula a.autoscale --formula b.autoscale --prices prices.yaml
  poolscale compare night.scenario.yaml --formula a.autoscale --formula b.autoscale --assert 'p95_wait<10m'
`;

/** `poolscale compare`: several formulas on the same worlds. */
export function compareCommand(): Command {
  const command = new Command('compare')
    .description(
      'run several formulas on the same workload, boot times and latencies, and show what differs',
    )
    .argument('[scenario]', 'scenario file (YAML or JSON); - reads standard input')
    .addHelpText('before', examples)
    .addOption(
      new Option(
        '--formula <file>',
        'formula to compare; the first one is the baseline (repeatable)',
      )
        .argParser(collect)
        .default([], 'none'),
    )
    .option('--seeds <count>', 'runs of each formula, each with other luck', '1');
  return addRunOptions(command).action(runComparison);
}

async function runComparison(scenario: string | undefined, options: CompareOptions): Promise<void> {
  const terminal = processTerminal();
  const assertions = readAssertions(terminal, options.assert);
  const seedCount = wholeNumber('--seeds', options.seeds, 1);
  if (options.formula.length < 2) {
    throw new CommandError('compare needs at least two formulas: --formula a --formula b');
  }
  const experiment = await loadExperiment(terminal, scenario, options);
  const { formulas, seed } = experiment;
  // All formulas are compiled before the first run, so that a mistake in the last one shows at once.
  const inputs = formulas.map((formula) => experiment.input(formula, seed));

  const progress = createProgressLine(terminal, options.quiet === true);
  const comparison = await withInterrupt((signal) =>
    compare({
      formulas,
      seeds: derivedSeeds(seed, seedCount),
      makeInput: (formula, ownSeed) => experiment.input(formula, ownSeed),
      run: runSimulation,
      signal,
      onProgress: ({ runsFinished, runCount, current }) =>
        progress.show(progressText(`run ${runsFinished + 1} of ${runCount}`, current)),
    }),
  );
  progress.clear();

  const results = checkEach(comparison, assertions);
  const notes = comparisonNotes(comparison, inputs[0]!.parameters);
  if (options.html !== undefined) {
    await writeWhole(options.html, compareHtml(comparison, notes, results));
  }
  if (options.format === 'json') {
    await print(terminal, compareJson(comparison, results), options.output);
  } else if (options.quiet !== true) {
    const palette = options.output === undefined ? terminal.palette : plainPalette;
    const text = renderComparison(comparison, { palette, notes, assertions: results });
    await print(terminal, text, options.output);
  }
  const currency = comparison.formulas[0]?.firstRun?.cost?.currency;
  endRun(terminal, options, results, comparison.partial, currency);
}

/** An assertion demands something of the mean of every formula. */
function checkEach(comparison: Comparison, assertions: readonly Assertion[]): ShownAssertion[] {
  return comparison.formulas.flatMap(({ name, figures }) => {
    const means = Object.fromEntries(
      Object.entries(figures).map(([id, estimate]) => [id, estimate?.mean ?? null]),
    );
    return checkAssertions(assertions, means).map((result) => ({ ...result, formula: name }));
  });
}
