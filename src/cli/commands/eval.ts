import { readFileSync } from 'node:fs';

import { Command } from 'commander';

import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import { renderDiagnostic } from '../../base/diagnostics/render.js';
import { createRandomStream } from '../../base/random/random-stream.js';
import { createLineTable, type SourceText } from '../../base/text/source-text.js';
import { formatInstant } from '../../base/time/format-instant.js';
import { parseIsoInstant } from '../../base/time/iso8601.js';
import { timestampFromUnixMilliseconds } from '../../base/time/ticks.js';
import type { AutoScaleRun, AutoScaleRunError } from '../../evaluator/autoscale-run.js';
import { compileFormula, type CompileResult } from '../../evaluator/compile-formula.js';
import { formatValue } from '../../evaluator/display/format-value.js';
import type { ValueObserver } from '../../evaluator/evaluation-state.js';
import type { Value } from '../../evaluator/value.js';
import { readMetricsFile, type MetricsFile } from '../../metrics/metrics-file.js';
import {
  createSnapshot,
  metricNamed,
  type MetricsSnapshot,
} from '../../metrics/metrics-snapshot.js';
import { readSeries } from '../../metrics/series-notation.js';
import { collect } from '../options/collect.js';
import { profileFromOptions, type ProfileOptions } from './profile-options.js';

interface EvalOptions extends ProfileOptions {
  readonly metrics?: string;
  readonly series?: readonly string[];
  readonly now?: string;
  readonly seed: string;
  readonly format: string;
  readonly trace?: boolean;
}

/** A mistake on the command line or in a file that belongs to it: exit code 2. */
interface Usage {
  readonly kind: 'usage';
  readonly messages: readonly string[];
}

function usage(...messages: string[]): Usage {
  return { kind: 'usage', messages };
}

function usageOf(diagnostics: readonly Diagnostic[]): Usage {
  return usage(...diagnostics.map((diagnostic) => renderDiagnostic(diagnostic)));
}

function isUsage(value: object): value is Usage {
  return 'kind' in value && value.kind === 'usage';
}

function readText(path: string): SourceText | Usage {
  try {
    return { name: path, text: readFileSync(path === '-' ? 0 : path, 'utf8') };
  } catch (error) {
    return usage(
      `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** The pool as the options describe it: an empty one and the system clock without a metrics file. */
function snapshotOf({ metrics, series = [], now }: EvalOptions): MetricsSnapshot | Usage {
  const text = metrics === undefined ? { name: 'no metrics', text: '' } : readText(metrics);
  if (isUsage(text)) return text;
  const file = readMetricsFile(text);
  if (file.value === undefined) return usageOf(file.diagnostics);
  const all = new Map(file.value.series);
  for (const option of series) {
    const equals = option.indexOf('=');
    const name = option.slice(0, Math.max(0, equals)).trim();
    const metric = metricNamed(name);
    if (metric === undefined) {
      return usage(`--series expects METRIC=SERIES with a sampled variable, found ${option}`);
    }
    const result = readSeries(
      option.slice(equals + 1),
      { name: '--series', text: option },
      equals + 1,
    );
    if (result.value === undefined) return usageOf(result.diagnostics);
    all.set(metric, result.value);
  }
  const instant = instantOf(file.value, now);
  if (typeof instant !== 'number') return instant;
  return createSnapshot({ ...file.value, now: instant, series: all });
}

function instantOf(file: MetricsFile, now: string | undefined): number | Usage {
  if (now === undefined) return file.now ?? timestampFromUnixMilliseconds(Date.now());
  const instant = parseIsoInstant(now);
  return instant ?? usage(`--now expects an instant like 2026-03-02T09:15:00Z, found ${now}`);
}

function jsonNumber(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

function jsonValue(value: Value): unknown {
  switch (value.type) {
    case 'double':
      return jsonNumber(value.value);
    case 'doubleVec':
      return value.value.map(jsonNumber);
    default:
      return formatValue(value);
  }
}

function jsonDiagnostic({ code, severity, message, span, source }: Diagnostic): object {
  const place = source && createLineTable(source.text).position(span.start);
  return { code, severity, message, ...place };
}

function printTrace(source: SourceText): ValueObserver {
  return (expression, value) => {
    const { start, end } = expression.span;
    const text = source.text.slice(start, end).replace(/\s+/g, ' ');
    const { line, column } = createLineTable(source.text).position(start);
    console.error(`${line}:${column}  ${text}  =>  ${formatValue(value)}`);
  };
}

function printRefusal(
  error: AutoScaleRunError,
  { diagnostics }: CompileResult,
  json: boolean,
): void {
  if (json) {
    const body = { httpStatus: 400, error, diagnostics: diagnostics.map(jsonDiagnostic) };
    console.log(JSON.stringify(body, undefined, 2));
    return;
  }
  for (const diagnostic of diagnostics) console.error(renderDiagnostic(diagnostic));
  console.error(`HTTP 400 ${error.code}: ${error.message}`);
}

function printRun(run: AutoScaleRun, diagnostics: readonly Diagnostic[], json: boolean): void {
  if (json) {
    // fromEntries defines own properties, so a variable may have any name.
    const variables = Object.fromEntries(
      [...run.variables].map(([name, value]) => [name, jsonValue(value)]),
    );
    const body = {
      timestamp: formatInstant(run.timestamp),
      results: run.results,
      ...(run.error === undefined ? {} : { error: run.error }),
      variables,
      unverified: run.unverified,
      diagnostics: diagnostics.map(jsonDiagnostic),
    };
    console.log(JSON.stringify(body, undefined, 2));
    return;
  }
  for (const diagnostic of diagnostics) console.error(renderDiagnostic(diagnostic));
  console.log(run.results.split(';').join('\n'));
  if (run.error !== undefined) {
    const details = run.error.values.map(({ value }) => value).join('; ');
    console.error(`${run.error.code}: ${run.error.message}\n${details}`);
  }
  if (run.unverified.length > 0) console.error(`unverified: ${run.unverified.join(', ')}`);
}

function evaluateFile(path: string, options: EvalOptions): number | Usage {
  if (options.format !== 'text' && options.format !== 'json') {
    return usage(`--format expects text or json, found ${options.format}`);
  }
  const json = options.format === 'json';
  const profile = profileFromOptions(options);
  if (profile.value === undefined) return usageOf(profile.diagnostics);
  const snapshot = snapshotOf(options);
  if (isUsage(snapshot)) return snapshot;
  const source = readText(path);
  if (isUsage(source)) return source;
  const compiled = compileFormula(source, { profile: profile.value });
  if (compiled.value === undefined) {
    printRefusal(compiled.serviceError!, compiled, json);
    return 1;
  }
  const draws = createRandomStream(options.seed, 'eval/rand');
  let calls = 0;
  const observe = options.trace === true ? printTrace(source) : undefined;
  const evaluate = compiled.value.createEvaluator(() => draws.uniform(calls++), observe);
  const run = evaluate(snapshot);
  printRun(run, compiled.diagnostics, json);
  return run.error === undefined ? 0 : 1;
}

const examples = `examples:
  poolscale eval render.autoscale
  poolscale eval render.autoscale --metrics monday.yaml --now 2026-03-02T09:15:00Z
  poolscale eval render.autoscale --series '$PendingTasks=0+10x20' --trace
  poolscale eval - --set stop=discard --format json < render.autoscale
`;

/**
 * `poolscale eval`: what the service would answer to an evaluate request. Exit code 0 when it evaluated, 1 when the service
 * would answer with an error, 2 for a mistake on the command line or in the metrics.
 */
export function evalCommand(): Command {
  return new Command('eval')
    .description('evaluate a formula as the service would')
    .argument('<file>', 'formula file, or - for standard input')
    .addHelpText('before', examples)
    .option('--metrics <file>', 'pool and sample history, YAML or JSON')
    .option(
      '--series <metric=series>',
      "samples of one metric, as in '$PendingTasks=0+10x5'",
      collect,
    )
    .option('--now <instant>', 'the instant of the evaluation, ISO 8601')
    .option('--seed <text>', 'seed of rand()', '1')
    .option('--profile <file>', 'switches for unsettled behaviour, YAML or JSON')
    .option('--set <name=value>', 'one switch', collect)
    .option('--format <format>', 'text or json', 'text')
    .option('--trace', 'show the value of every sub-expression on standard error')
    .action((file: string, options: EvalOptions) => {
      const outcome = evaluateFile(file, options);
      if (typeof outcome === 'number') {
        process.exitCode = outcome;
        return;
      }
      for (const message of outcome.messages) console.error(message);
      process.exitCode = 2;
    });
}
