import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import { parseIsoInstant } from '../../base/time/iso8601.js';
import { ticksPerMinute, type Ticks, type Timestamp } from '../../base/time/ticks.js';
import type { DeallocationKeyword } from '../../language/deallocation-options.js';
import { variableRows, type MetricName, type TargetName } from '../../language/variables.js';
import {
  defaultSamplePeriod,
  metricNamed,
  type PoolCounts,
} from '../../metrics/metrics-snapshot.js';
import { readSeries, seriesText } from '../../metrics/series-notation.js';
import type { NumberMatcher } from '../number-matcher.js';
import type {
  ForAllFile,
  MomentText,
  SeriesText,
  SettingFields,
} from '../schema/evaluation-fields.js';
import type { CaseFile, EvaluationFile, TestFile } from '../schema/test-file-schema.js';
import type {
  EvaluationStep,
  Expectation,
  ForAll,
  Moment,
  NumberRange,
  SeriesRange,
  TestCase,
} from '../test-suite.js';

/** A Monday. Tests depend on no clock, so there must be some instant where a file names none. */
export const defaultStart: Timestamp = parseIsoInstant('2026-01-05T00:00:00Z')!;

/** The service's own default. */
const defaultInterval: Ticks = 15 * ticksPerMinute;
export const defaultRuns = 100;

type Series = ReadonlyMap<MetricName, readonly number[]>;

interface Reading {
  readonly file: TestFile;
  readonly document: TextDocument;
  readonly diagnostics: Diagnostic[];
  readonly samplePeriod: Ticks;
  readonly interval: Ticks;
}

/** What a file or a case gives to all evaluations in it. */
interface Setting {
  readonly pool: Partial<PoolCounts>;
  readonly series: Series;
  readonly tolerance: number;
}

function seriesOf(reading: Reading, value: SeriesText, path: DocumentPath): readonly number[] {
  if (typeof value === 'object') {
    return value.map((element) => (typeof element === 'number' ? element : NaN));
  }
  const { document, diagnostics } = reading;
  const scalar = document.scalarAt(path);
  const quoted = scalar?.type === 'QUOTE_DOUBLE' || scalar?.type === 'QUOTE_SINGLE';
  const offset = document.spanOf(path).start + (quoted ? 1 : 0);
  const result = readSeries(seriesText(value, scalar?.source), document.source, offset);
  diagnostics.push(...result.diagnostics);
  return result.value ?? [];
}

/** The setting around with what one level of the file says instead. */
function settingOf(
  reading: Reading,
  around: Setting,
  { pool, series = {}, tolerance }: SettingFields,
  path: DocumentPath,
): Setting {
  const all = new Map(around.series);
  for (const [name, text] of Object.entries(series)) {
    all.set(metricNamed(name)!, seriesOf(reading, text, [...path, 'series', name]));
  }
  return {
    pool: { ...around.pool, ...pool },
    series: all,
    tolerance: tolerance ?? around.tolerance,
  };
}

function expectationOf(one: EvaluationFile, tolerance: number): Expectation {
  const targets = new Map<TargetName, NumberMatcher>();
  let option: DeallocationKeyword | undefined;
  for (const [name, wanted] of Object.entries(one.expect ?? {})) {
    const row = variableRows.get(name)!;
    if (typeof wanted === 'string') option = wanted;
    else if (row.kind === 'target') targets.set(row.id, wanted);
  }
  return {
    targets,
    ...(option === undefined ? {} : { nodeDeallocationOption: option }),
    variables: new Map(Object.entries(one.variables ?? {})),
    ...(one.error === undefined ? {} : { error: one.error }),
    ...(one.results === undefined ? {} : { results: one.results }),
    tolerance,
  };
}

function momentOf(at: MomentText | undefined, start: Timestamp | undefined): Moment {
  switch (at?.kind) {
    case 'instant':
      return { kind: 'instant', now: at.instant, ...(start === undefined ? {} : { start }) };
    case 'afterStart': {
      const from = start ?? defaultStart;
      return { kind: 'instant', now: from + at.duration, start: from };
    }
    case undefined:
      return start === undefined
        ? { kind: 'instant', now: defaultStart }
        : { kind: 'newestSample', start };
  }
}

function stepOf(
  reading: Reading,
  around: Setting,
  one: EvaluationFile,
  path: DocumentPath,
  moment: Moment,
): EvaluationStep {
  const { document, samplePeriod } = reading;
  const { pool, series, tolerance } = settingOf(reading, around, one, path);
  const at = document.scalarAt([...path, 'at'])?.value;
  return {
    ...(one.name === undefined ? {} : { name: one.name }),
    span: document.spanOf(path),
    moment,
    ...(one.at === undefined ? {} : { at: String(at) }),
    samplePeriod,
    pool,
    series,
    expectation: expectationOf(one, tolerance),
  };
}

function readSequence(
  reading: Reading,
  around: Setting,
  one: Extract<CaseFile, { sequence: unknown }>,
  path: DocumentPath,
): readonly EvaluationStep[] {
  const setting = settingOf(reading, around, one, path);
  const start = reading.file.start ?? defaultStart;
  let previous = start;
  return one.sequence.map((step, index) => {
    const written = step.at === undefined ? undefined : momentOf(step.at, start);
    const now = written?.kind === 'instant' ? written.now : previous + reading.interval;
    previous = now;
    const moment: Moment = { kind: 'instant', now, start };
    // Counts of the pool hold for the first step; later ones have what the steps before left.
    const inherited = index === 0 ? setting : { ...setting, pool: {} };
    return stepOf(reading, inherited, step, [...path, 'sequence', index], moment);
  });
}

function forAllOf({ series = {}, pool = {} }: ForAllFile): ForAll {
  return {
    series: new Map<MetricName, SeriesRange>(
      Object.entries(series).map(([name, range]) => [metricNamed(name)!, range]),
    ),
    pool: new Map<keyof PoolCounts, NumberRange>(
      Object.entries(pool).map(([key, range]) => [key as keyof PoolCounts, range]),
    ),
  };
}

function readCase(
  reading: Reading,
  around: Setting,
  one: CaseFile,
  path: DocumentPath,
): readonly TestCase[] {
  const { document, file } = reading;
  const named = {
    name: one.name,
    span: document.spanOf(path),
    ...(one.todo === undefined ? {} : { todo: one.todo }),
  };
  const single = { ...named, kind: 'evaluations', resize: 'pending' } as const;
  if ('sequence' in one) {
    const steps = readSequence(reading, around, one, path);
    return [{ ...named, kind: 'evaluations', steps, resize: one.resize ?? 'completes' }];
  }
  if ('rows' in one) {
    const setting = settingOf(reading, around, one, path);
    return one.rows.map((row, index) => {
      const common: Omit<typeof one, 'rows'> = one;
      const merged: EvaluationFile & { todo?: string | undefined } = {
        ...common,
        ...row,
        expect: { ...one.expect, ...row.expect },
        variables: { ...one.variables, ...row.variables },
        pool: row.pool,
        series: row.series,
      };
      const rowPath = [...path, 'rows', index];
      const step = stepOf(reading, setting, merged, rowPath, momentOf(merged.at, file.start));
      return {
        ...single,
        name: `${one.name} / ${row.name ?? `row ${index + 1}`}`,
        span: step.span,
        ...(merged.todo === undefined ? {} : { todo: merged.todo }),
        steps: [step],
      };
    });
  }
  const step = stepOf(reading, around, one, path, momentOf(one.at, file.start));
  if ('forAll' in one) {
    const forAll = forAllOf(one.forAll);
    return [{ ...named, kind: 'property', forAll, runs: one.runs ?? defaultRuns, step }];
  }
  return [{ ...single, steps: [step] }];
}

/** The cases of a file, rows of tables one by one. */
export function readCases(
  file: TestFile,
  document: TextDocument,
  diagnostics: Diagnostic[],
): readonly TestCase[] {
  const reading: Reading = {
    file,
    document,
    diagnostics,
    samplePeriod: file.samplePeriod ?? defaultSamplePeriod,
    interval: file.interval ?? defaultInterval,
  };
  const nothing: Setting = { pool: {}, series: new Map(), tolerance: 0 };
  const setting = settingOf(reading, nothing, file, []);
  return file.cases.flatMap((one, index) => readCase(reading, setting, one, ['cases', index]));
}
