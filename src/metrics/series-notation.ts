import type { Diagnostic, DiagnosticResult } from '../base/diagnostics/diagnostic.js';
import type { SourceText } from '../base/text/source-text.js';
import { metricsDiagnostic } from './metrics-diagnostics.js';

/** More than a year of samples at the service's period of 30 seconds. */
export const maximumSamples = 2_000_000;

const number = String.raw`-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const steps = new RegExp(`^(${number})(?:([+-])(\\d+(?:\\.\\d+)?))?(?:x(\\d{1,9}))?$`);
const missing = /^_(?:x(\d{1,9}))?$/;

type Element = { readonly count: number; readonly valueAt: (index: number) => number };

function readElement(text: string): Element | undefined {
  const gap = missing.exec(text);
  if (gap !== null) return { count: Number(gap[1] ?? 1), valueAt: () => NaN };
  const match = steps.exec(text);
  if (match === null) return undefined;
  const [, first, sign, by, times] = match;
  if (sign !== undefined && times === undefined) return undefined;
  const start = Number(first);
  const step = Number(by ?? 0) * (sign === '-' ? -1 : 1);
  const count = times === undefined ? 1 : Number(times) + 1;
  // a + i * b, not repeated addition, so that no rounding adds up.
  return { count, valueAt: (index) => start + index * step };
}

/**
 * Reads a series: elements between blanks, oldest first. `4` is one sample, `_` a missing one, `_x3` three missing ones;
 * `a+bxn`, `a-bxn` and `axn` give n + 1 samples, the notation that users of Prometheus know. Missing samples are NaN.
 * `offset` is where the text begins in `source`.
 */
export function readSeries(
  text: string,
  source: SourceText,
  offset: number = 0,
): DiagnosticResult<readonly number[]> {
  const diagnostics: Diagnostic[] = [];
  const values: number[] = [];
  for (const match of text.matchAll(/\S+/g)) {
    const start = offset + match.index;
    const span = { start, end: start + match[0].length };
    const element = readElement(match[0]);
    if (element === undefined) {
      const parameters = { element: match[0] };
      diagnostics.push(metricsDiagnostic('series-notation', span, parameters, { source }));
      continue;
    }
    if (values.length + element.count > maximumSamples) {
      const parameters = { limit: maximumSamples };
      return { diagnostics: [metricsDiagnostic('series-too-long', span, parameters, { source })] };
    }
    for (let index = 0; index < element.count; index++) values.push(element.valueAt(index));
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: values, diagnostics };
}

/**
 * The text of a series in a YAML file: YAML reads `0x30` as a hexadecimal number, the notation as 31 zeros. `source` is the scalar
 * as it is written.
 */
export function seriesText(value: unknown, source: string | undefined): string {
  return typeof value === 'number' && source !== undefined && /^0x/.test(source)
    ? source
    : String(value);
}
