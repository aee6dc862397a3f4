import { readDocument } from '../base/document/read-document.js';
import type { Diagnostic, DiagnosticResult } from '../base/diagnostics/diagnostic.js';
import type { SourceText } from '../base/text/source-text.js';
import type { ProcessorRule } from '../workload/read/trace-options.js';
import { prepareScenario, type LoadedScenario, type LoadOptions } from './load-scenario.js';
import type { ScenarioFiles } from './scenario-files.js';

/** A run without a scenario file: one trace on one pool. */
export interface TraceScenarioOptions {
  /** Path of the trace. */
  readonly trace: string;
  readonly format?: string;
  /** 1 by default. */
  readonly taskSlotsPerNode?: number;
  readonly vmSize?: string;
  /** ISO 8601; PT15M by default, as on the service. */
  readonly evaluationInterval?: string;
  readonly processors?: ProcessorRule;
  readonly timeZone?: string;
  readonly seed?: string;
  readonly maxTaskRetryCount?: number;
  /** By name; texts are read as YAML, so that a command line can pass `{ constant: 3 }`. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Path of a price book. */
  readonly prices?: string;
}

const poolId = 'pool';
const optionsName = 'options';

function parameterValue(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const document = readDocument({ name: optionsName, text: value });
  return document.value === undefined ? value : document.value.value;
}

/** The scenario that the options stand for. */
function scenarioOf(options: TraceScenarioOptions, formula: SourceText): unknown {
  const { trace, format, processors, timeZone, prices, parameters = {} } = options;
  const file = trace.split(/[\\/]/).at(-1)!;
  return {
    name: file,
    seed: options.seed,
    pools: [
      {
        id: poolId,
        vmSize: options.vmSize ?? 'unspecified',
        taskSlotsPerNode: options.taskSlotsPerNode,
        enableAutoScale: true,
        autoScaleFormula: formula.text,
        autoScaleEvaluationInterval: options.evaluationInterval,
      },
    ],
    jobs: [
      {
        id: 'trace',
        poolInfo: { poolId },
        constraints: { maxTaskRetryCount: options.maxTaskRetryCount },
        tasks: [{ from: trace, format, processors, timeZone }],
      },
    ],
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [name, parameterValue(value)]),
    ),
    prices: prices === undefined ? undefined : { file: prices },
  };
}

/** Diagnostics at places of a scenario that nobody wrote lose the place, and its path in the text. */
function withoutPlace(diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.source?.name !== optionsName) return diagnostic;
  const { code, severity, message, help } = diagnostic;
  const own = message.replace(/\b(?:pools|jobs)\[0\]\.(?:tasks\[0\]\.|constraints\.)?/g, '');
  const shown = { code, severity, message: own, span: { start: 0, end: 0 } };
  return help === undefined ? shown : { ...shown, help };
}

/**
 * The scenario of one trace on one autoscale pool that starts empty. A trace of several jobs (Azure Batch, CSV) gives jobs of
 * the same names.
 */
export async function scenarioFromTrace(
  options: TraceScenarioOptions,
  formula: SourceText,
  files: ScenarioFiles,
  loadOptions: LoadOptions = {},
): Promise<DiagnosticResult<LoadedScenario>> {
  const text = JSON.stringify(scenarioOf(options, formula), undefined, 2);
  const document = readDocument({ name: optionsName, text });
  if (document.value === undefined) return { diagnostics: document.diagnostics.map(withoutPlace) };
  // Paths of options are the caller's own, not relative to a scenario file.
  const ownPaths: ScenarioFiles = {
    readText: (path) => files.readText(path),
    readBytes: (path) => files.readBytes(path),
    resolve: (_, reference) => reference,
  };
  const loaded = await prepareScenario(document.value, ownPaths, {
    ...loadOptions,
    splitTraceJobs: true,
    formula,
  });
  const diagnostics = loaded.diagnostics.map(withoutPlace);
  return loaded.value === undefined ? { diagnostics } : { value: loaded.value, diagnostics };
}
