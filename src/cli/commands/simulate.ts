import { Command, Option } from 'commander';

import { plainPalette } from '../../base/diagnostics/render.js';
import { checkAssertions } from '../../experiment/assertion.js';
import { figureValues } from '../../experiment/figures.js';
import { runSimulation } from '../../experiment/run.js';
import { simulateHtml } from '../../report/html/simulate-html.js';
import { simulateJson } from '../../report/json/simulate-json.js';
import { runNotes } from '../../report/notes/run-notes.js';
import { renderRuns } from '../../report/terminal/runs-table.js';
import { renderRunSummary } from '../../report/terminal/run-summary.js';
import { endRun } from '../end-run.js';
import { withInterrupt } from '../interrupt.js';
import { openLogFile } from '../io/log-file.js';
import { print } from '../io/print.js';
import { writeWhole } from '../io/write-file.js';
import { loadExperiment } from '../options/load-experiment.js';
import { readAssertions } from '../options/read-assertions.js';
import { addRunOptions, type RunCommandOptions } from '../options/run-options.js';
import { progressText } from '../progress-text.js';
import { createProgressLine } from '../progress-line.js';
import { processTerminal } from '../terminal.js';

interface SimulateOptions extends Omit<RunCommandOptions, 'formula'> {
  readonly formula?: string;
  readonly runs?: true;
  readonly events?: string;
  readonly checkInvariants?: true;
}

const examples = `examples:
  poolscale simulate night.scenario.yaml
  poolscale simulate night.scenario.yaml --formula other.autoscale --runs
  poolscale simulate night.scenario.yaml --assert 'p95_wait<10m' --assert 'failed_evaluations==0'
  poolscale simulate night.scenario.yaml --html report.html --format json --output run.json
  poolscale simulate night.scenario.yaml --events night.ndjson
  poolscale simulate --trace jobs.swf.gz --formula a.autoscale --slots 4 --interval PT5M
`;

/** `poolscale simulate`: one run of a scenario. */
export function simulateCommand(): Command {
  const command = new Command('simulate')
    .description('run a workload on pools that autoscale formulas resize: waits, node hours, cost')
    .argument('[scenario]', 'scenario file (YAML or JSON); - reads standard input')
    .addHelpText('before', examples)
    .addOption(
      new Option(
        '--formula <file>',
        'formula instead of those of the scenario; - reads standard input',
      ),
    )
    .option('--runs', 'show every autoscale run: what it saw, its targets, variables and errors')
    .option(
      '--events <file>',
      'write the event log (newline-delimited JSON), for poolscale inspect',
    )
    .option(
      '--check-invariants',
      'check what must hold after every event, which is slow: a broken one is a bug of poolscale',
    );
  return addRunOptions(command).action(simulate);
}

async function simulate(scenario: string | undefined, options: SimulateOptions): Promise<void> {
  const terminal = processTerminal();
  const { formula: formulaPath, ...rest } = options;
  const assertions = readAssertions(terminal, options.assert);
  const experiment = await loadExperiment(terminal, scenario, {
    ...rest,
    formula: formulaPath === undefined ? [] : [formulaPath],
  });
  const quiet = options.quiet === true;
  const input = experiment.input(experiment.formulas[0], experiment.seed);
  const progress = createProgressLine(terminal, quiet);
  const log = options.events === undefined ? undefined : openLogFile(options.events);
  const record = await withInterrupt((signal) =>
    runSimulation(input, {
      signal,
      ...(log === undefined ? {} : { writeLog: log.write }),
      ...(options.checkInvariants === true ? { checkInvariants: true } : {}),
      onProgress: (current) => progress.show(progressText(input.name, current)),
    }),
  );
  progress.clear();
  log?.close();

  const results = checkAssertions(assertions, figureValues(record));
  const notes = runNotes(record, input.parameters);
  if (options.html !== undefined) {
    await writeWhole(options.html, simulateHtml(record, notes, results));
  }
  const palette = options.output === undefined ? terminal.palette : plainPalette;
  if (options.format === 'json') {
    await print(terminal, simulateJson(record, results), options.output);
  } else if (!quiet) {
    const runs = options.runs === true ? renderRuns(record, palette) : '';
    const summary = renderRunSummary(record, { palette, notes, assertions: results });
    await print(terminal, summary + runs, options.output);
  }
  endRun(terminal, options, results, record.end.reason === 'interrupted', record.cost?.currency);
}
