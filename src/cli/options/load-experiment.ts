import type { SourceText } from '../../base/text/source-text.js';
import { loadScenario, type LoadedScenario } from '../../scenario/load-scenario.js';
import {
  scenarioFromTrace,
  type TraceScenarioOptions,
} from '../../scenario/scenario-from-trace.js';
import type { DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import type { Profile } from '../../profile/profile.js';
import type { SimulationInput } from '../../simulator/input/simulation-input.js';
import { CommandError } from '../command-error.js';
import { profileFromOptions } from '../commands/profile-options.js';
import { diskFiles, readArgument } from '../io/read-files.js';
import { printDiagnostics, type Terminal } from '../terminal.js';
import { failOnErrors, readParameters, readUntil, untilOnClock } from './read-overrides.js';
import { traceOptionFlags, type RunCommandOptions } from './run-options.js';

/** What the arguments of a command stand for. */
export interface LoadedExperiment {
  readonly scenario: LoadedScenario;
  /** Of `--formula`, in their order. */
  readonly formulas: readonly SourceText[];
  readonly seed: string;
  /** The input of one run. Without a formula the pools keep those of the scenario. An unusable formula ends the command. */
  input(formula: SourceText | undefined, seed: string): SimulationInput;
}

/** Reads everything that the arguments name, and prints what is wrong with it; errors end the command. */
export async function loadExperiment(
  terminal: Terminal,
  scenarioPath: string | undefined,
  options: RunCommandOptions,
): Promise<LoadedExperiment> {
  checkUsage(scenarioPath, options);
  const quiet = options.quiet === true;
  const parameters = readParameters(terminal, options.param);
  const until = readUntil(options.until);
  const profiled = profileFromOptions(options);
  failOnErrors(terminal, profiled.diagnostics);
  const profile = profiled.value!;
  const formulas: SourceText[] = [];
  for (const path of options.formula) formulas.push(await readArgument(path));

  const loaded =
    scenarioPath === undefined
      ? await loadTrace(options, formulas[0]!, profile)
      : await loadScenario(await readArgument(scenarioPath), diskFiles, {
          profile,
          strict: options.strict === true,
        });
  failOnErrors(terminal, loaded.diagnostics);
  printDiagnostics(terminal, loaded.diagnostics, quiet);
  const scenario = loaded.value!;
  if (formulas.length > 0 && scenario.autoScalePools.length === 0) {
    throw new CommandError(
      `${scenarioPath ?? ''}: no pool has enableAutoScale, so there is nothing that --formula could replace`,
    );
  }

  const reported = new Set<SourceText | undefined>();
  const input = (formula: SourceText | undefined, seed: string): SimulationInput => {
    const result = scenario.input({ seed, ...(formula === undefined ? {} : { formula }) });
    const made = result.value;
    if (made === undefined) {
      printDiagnostics(terminal, result.diagnostics);
      throw new CommandError();
    }
    // Errors beside a value are places that fail when they are reached: the service accepts such a formula, so it is run.
    if (!reported.has(formula)) printDiagnostics(terminal, result.diagnostics, quiet);
    reported.add(formula);
    return {
      ...made,
      parameters: { ...made.parameters, ...parameters },
      ...(until === undefined ? {} : { until: untilOnClock(until, made.start) }),
    };
  };
  return { scenario, formulas, seed: options.seed ?? scenario.seed, input };
}

function loadTrace(
  options: RunCommandOptions,
  formula: SourceText,
  profile: Profile,
): Promise<DiagnosticResult<LoadedScenario>> {
  const { traceFormat, vmSize, interval, processors, timeZone, prices, slots, retries } = options;
  const settings: TraceScenarioOptions = {
    trace: options.trace!,
    ...(traceFormat === undefined ? {} : { format: traceFormat }),
    ...(vmSize === undefined ? {} : { vmSize }),
    ...(interval === undefined ? {} : { evaluationInterval: interval }),
    ...(processors === undefined ? {} : { processors }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(prices === undefined ? {} : { prices }),
    ...(slots === undefined ? {} : { taskSlotsPerNode: wholeNumber('--slots', slots, 1) }),
    ...(retries === undefined ? {} : { maxTaskRetryCount: wholeNumber('--retries', retries, -1) }),
  };
  return scenarioFromTrace(settings, formula, diskFiles, { profile });
}

function checkUsage(scenarioPath: string | undefined, options: RunCommandOptions): void {
  if (scenarioPath === undefined && options.trace === undefined) {
    throw new CommandError('expected a scenario file, or --trace with --formula');
  }
  if (scenarioPath !== undefined && options.trace !== undefined) {
    throw new CommandError(
      `expected either a scenario file (${scenarioPath}) or --trace, not both`,
    );
  }
  if (options.trace !== undefined && options.formula.length === 0) {
    throw new CommandError('--trace needs --formula');
  }
  if (scenarioPath === undefined) return;
  for (const [name, flag] of Object.entries(traceOptionFlags)) {
    if (options[name as keyof typeof traceOptionFlags] !== undefined) {
      throw new CommandError(`${flag} goes with --trace; ${scenarioPath} says this itself`);
    }
  }
}

/** A whole number of at least `least`. */
export function wholeNumber(flag: string, text: string, least: number): number {
  const value = Number(text);
  if (/^-?\d{1,9}$/.test(text) && value >= least) return value;
  throw new CommandError(`${flag} ${text}: expected a whole number of at least ${least}`);
}
