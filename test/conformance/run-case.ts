import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { parse, stringify } from 'yaml';

import { parseIsoInstant } from '../../src/base/time/iso8601.js';
import { compileFormula, type CompileOptions } from '../../src/evaluator/compile-formula.js';
import type { AutoScaleRunError } from '../../src/evaluator/autoscale-run.js';
import { readMetricsFile } from '../../src/metrics/metrics-file.js';
import { createSnapshot, type MetricsSnapshot } from '../../src/metrics/metrics-snapshot.js';
import { profileWith, type Profile } from '../../src/profile/profile.js';

/** What a case demands of an answer; the format is described in grammar/conformance/README.md. */
export interface Expectation {
  results?: string;
  /** Where the published answer is partial. */
  resultsStartWith?: string;
  resultsEndWith?: string;
  resultsInclude?: string[];
  unverified?: string[];
  error?: { code: string; message?: string; value?: string; valueStartsWith?: string };
  refused?: { httpStatus: number; code: string; message?: string; valueStartsWith?: string };
}

export interface ConformanceCase {
  id: string;
  file: string;
  evidence: string;
  /** Where a recorded answer was published. */
  source?: string;
  formula: string;
  now?: string;
  start?: string;
  samplePeriod?: string;
  pool?: Record<string, number>;
  series?: Record<string, string>;
  profile?: Partial<Profile>;
  expect: Expectation;
  mustFail?: Expectation;
}

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The cases of every YAML file under a folder of the repository. */
export function casesIn(folder: string, base: string = repository): ConformanceCase[] {
  const root = join(base, folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => {
      const { cases } = parse(readFileSync(join(root, file), 'utf8')) as {
        cases: ConformanceCase[];
      };
      return cases.map((each) => ({ ...each, file: file.replaceAll('\\', '/') }));
    });
}

/** The pool that the formula of a case sees. */
export function viewOf(each: ConformanceCase): MetricsSnapshot {
  const { now, start, samplePeriod, pool, series } = each;
  const text = stringify(JSON.parse(JSON.stringify({ start, samplePeriod, pool, series })));
  const metrics = readMetricsFile({ name: 'metrics', text });
  if (metrics.value === undefined) throw new Error(JSON.stringify(metrics.diagnostics));
  const instant = parseIsoInstant(now ?? '2026-03-02T00:00:00Z')!;
  return createSnapshot({ ...metrics.value, now: instant });
}

export interface Answer {
  httpStatus: number;
  results?: string;
  error?: AutoScaleRunError;
  unverified: readonly string[];
}

export function answerTo(
  each: ConformanceCase,
  options: Pick<CompileOptions, 'evaluator' | 'codeGeneration'> = {},
): Answer {
  const compiled = compileFormula(
    { name: 'case', text: each.formula },
    { ...options, profile: profileWith(each.profile ?? {}) },
  );
  if (compiled.value === undefined) {
    return { httpStatus: 400, error: compiled.serviceError!, unverified: [] };
  }
  const view = viewOf(each);
  // Evenly spread and never the same twice in a row.
  let draws = 0;
  const run = compiled.value.createEvaluator(() => (draws++ * 0.375) % 1)(view);
  return { httpStatus: 200, ...run };
}

/** What of an expectation an answer does not meet; empty where it meets all of it. */
export function differences(expected: Expectation, answer: Answer): string[] {
  const found: string[] = [];
  const note = (holds: boolean, what: string): void => {
    if (!holds) found.push(`${what}: ${JSON.stringify(answer)}`);
  };
  const results = answer.results ?? '';
  const { refused, error: wanted } = expected;
  const { error } = answer;
  const value = error?.values[0]?.value ?? '';
  note(answer.httpStatus === (refused?.httpStatus ?? 200), 'httpStatus');
  note(error?.code === (refused ?? wanted)?.code, 'error code');
  note(value.startsWith((refused ?? wanted)?.valueStartsWith ?? ''), 'start of the error value');
  const message = (refused ?? wanted)?.message;
  if (message !== undefined) note(error?.message === message, 'error message');
  if (wanted?.value !== undefined) note(value === wanted.value, 'error value');
  if (expected.results !== undefined) note(results === expected.results, 'results');
  note(results.startsWith(expected.resultsStartWith ?? ''), 'start of results');
  note(results.endsWith(expected.resultsEndWith ?? ''), 'end of results');
  for (const part of expected.resultsInclude ?? []) {
    note(`;${results};`.includes(`;${part};`), part);
  }
  for (const name of expected.unverified ?? []) note(answer.unverified.includes(name), name);
  return found;
}
