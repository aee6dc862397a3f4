import { isMap, isScalar, isSeq, parseDocument, type Node, type YAMLMap } from 'yaml';

import type { Diagnostic, DiagnosticResult } from '../base/diagnostics/diagnostic.js';
import { nearestName } from '../base/text/nearest-name.js';
import type { SourceText, Span } from '../base/text/source-text.js';
import { parseIsoDuration, parseIsoInstant } from '../base/time/iso8601.js';
import type { Timestamp } from '../base/time/ticks.js';
import { variableRows, type MetricName } from '../language/variables.js';
import { metricsDiagnostic } from './metrics-diagnostics.js';
import {
  defaultSamplePeriod,
  emptyPool,
  metricNamed,
  type PoolCounts,
  type SnapshotParts,
} from './metrics-snapshot.js';
import { readSeries, seriesText } from './series-notation.js';

interface Reading {
  readonly source: SourceText;
  readonly diagnostics: Diagnostic[];
}

interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node | null;
}

const topKeys = ['now', 'start', 'samplePeriod', 'pool', 'series'];
const poolKeys = Object.keys(emptyPool) as (keyof PoolCounts)[];
const metricKeys = [...variableRows]
  .filter(([, row]) => row.kind === 'sampled')
  .map(([name]) => name);

function spanOf(node: Node | null, fallback: Span): Span {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : fallback;
}

function entries({ source }: Reading, map: YAMLMap): Entry[] {
  const whole = { start: 0, end: source.text.length };
  return map.items.map(({ key, value }) => ({
    key: isScalar(key) ? String(key.value) : '',
    keySpan: spanOf(key as Node | null, whole),
    value: value as Node | null,
  }));
}

function unknownKey(reading: Reading, { key, keySpan }: Entry, known: readonly string[]): void {
  const { source, diagnostics } = reading;
  const parameters = { name: key, nearest: nearestName(key, known) };
  diagnostics.push(metricsDiagnostic('unknown-metrics-key', keySpan, parameters, { source }));
}

function wrongValue(reading: Reading, entry: Entry, expected: string): void {
  const { source, diagnostics } = reading;
  const span = spanOf(entry.value, entry.keySpan);
  const found = source.text.slice(span.start, Math.min(span.end, span.start + 40)) || 'nothing';
  const parameters = { name: entry.key, expected, found };
  diagnostics.push(metricsDiagnostic('wrong-metrics-value', span, parameters, { source }));
}

function textOf(entry: Entry): string {
  return isScalar(entry.value) ? String(entry.value.value) : '';
}

function readInstantEntry(reading: Reading, entry: Entry): Timestamp | undefined {
  const instant = parseIsoInstant(textOf(entry));
  if (instant === undefined) wrongValue(reading, entry, 'an instant like 2026-03-02T09:15:00Z');
  return instant;
}

function readPool(reading: Reading, entry: Entry): PoolCounts {
  if (!isMap(entry.value)) {
    wrongValue(reading, entry, `a mapping with some of ${poolKeys.join(', ')}`);
    return emptyPool;
  }
  const pool = new Map<string, number>(Object.entries(emptyPool));
  for (const item of entries(reading, entry.value)) {
    const value = isScalar(item.value) ? item.value.value : undefined;
    const least = item.key === 'taskSlotsPerNode' ? 1 : 0;
    if (!pool.has(item.key)) unknownKey(reading, item, poolKeys);
    else if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) {
      pool.set(item.key, value);
    } else wrongValue(reading, item, `a whole number of at least ${least}`);
  }
  return Object.fromEntries(pool) as unknown as PoolCounts;
}

function readSeriesEntry(reading: Reading, entry: Entry): readonly number[] {
  const { source, diagnostics } = reading;
  const { value } = entry;
  if (isSeq(value)) {
    return value.items.map((item) => {
      const element = isScalar(item) ? item.value : undefined;
      if (typeof element === 'number') return element;
      if (element !== null && element !== '_') wrongValue(reading, entry, 'numbers and _');
      return NaN;
    });
  }
  if (!isScalar(value)) {
    wrongValue(reading, entry, 'a series like "0+10x5 _x3 60x4"');
    return [];
  }
  const text = seriesText(value.value, value.source);
  const span = spanOf(value, entry.keySpan);
  // A quoted text begins after its quote.
  const quoted = value.type === 'QUOTE_DOUBLE' || value.type === 'QUOTE_SINGLE';
  const result = readSeries(text, source, span.start + (quoted ? 1 : 0));
  diagnostics.push(...result.diagnostics);
  return result.value ?? [];
}

function readAllSeries(reading: Reading, entry: Entry): ReadonlyMap<MetricName, readonly number[]> {
  const series = new Map<MetricName, readonly number[]>();
  if (!isMap(entry.value)) {
    wrongValue(reading, entry, 'a mapping from metrics to series');
    return series;
  }
  for (const item of entries(reading, entry.value)) {
    const metric = metricNamed(item.key);
    if (metric === undefined) unknownKey(reading, item, metricKeys);
    else series.set(metric, readSeriesEntry(reading, item));
  }
  return series;
}

/** The parts of a snapshot that a metrics file names; `now` is absent where it does not say. */
export type MetricsFile = Omit<SnapshotParts, 'now'> & { readonly now?: Timestamp | undefined };

/**
 * Reads a metrics file, YAML or JSON: `now`, `start`, `samplePeriod` (ISO 8601 duration, default PT30S), `pool` (node counts,
 * default 0) and `series`. Every wrong place is reported with its position.
 */
export function readMetricsFile(source: SourceText): DiagnosticResult<MetricsFile> {
  const document = parseDocument(source.text);
  const diagnostics: Diagnostic[] = document.errors.map((error) => {
    const span = { start: error.pos[0], end: error.pos[1] };
    const reason = error.message.split('\n')[0] ?? error.code;
    return metricsDiagnostic('metrics-not-readable', span, { reason }, { source });
  });
  if (diagnostics.length > 0) return { diagnostics };
  const reading: Reading = { source, diagnostics };
  const file = {
    now: undefined as Timestamp | undefined,
    start: undefined as Timestamp | undefined,
    samplePeriod: defaultSamplePeriod,
    pool: emptyPool,
    series: new Map() as ReadonlyMap<MetricName, readonly number[]>,
  };
  const root = document.contents;
  if (root === null) return { value: file, diagnostics };
  if (!isMap(root)) {
    const span = spanOf(root, { start: 0, end: source.text.length });
    const reason = `expected a mapping with some of ${topKeys.join(', ')}`;
    return {
      diagnostics: [metricsDiagnostic('metrics-not-readable', span, { reason }, { source })],
    };
  }
  for (const entry of entries(reading, root)) {
    switch (entry.key) {
      case 'now':
        file.now = readInstantEntry(reading, entry);
        break;
      case 'start':
        file.start = readInstantEntry(reading, entry);
        break;
      case 'samplePeriod': {
        const period = parseIsoDuration(textOf(entry));
        if (period === undefined || period === 0)
          wrongValue(reading, entry, 'a duration like PT30S');
        else file.samplePeriod = period;
        break;
      }
      case 'pool':
        file.pool = readPool(reading, entry);
        break;
      case 'series':
        file.series = readAllSeries(reading, entry);
        break;
      default:
        unknownKey(reading, entry, topKeys);
    }
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: file, diagnostics };
}
