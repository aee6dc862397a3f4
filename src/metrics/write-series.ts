interface Run {
  /** Number of samples. */
  readonly count: number;
  readonly text: string;
}

/**
 * Writes samples, oldest first, in the notation that `readSeries` reads; NaN is a missing one. Runs are written as such: `_x3`,
 * `4x29`, `0+10x5`.
 */
export function writeSeries(values: readonly number[]): string {
  const elements: string[] = [];
  for (let at = 0; at < values.length;) {
    const { count, text } = runAt(values, at);
    elements.push(text);
    at += count;
  }
  return elements.join(' ');
}

/** The longest run that begins at a sample. `_x3` is three samples, `4x3` and `0+10x3` are four. */
function runAt(values: readonly number[], at: number): Run {
  const first = values[at]!;
  if (Number.isNaN(first)) {
    const count = countWhile(values, at, (value) => Number.isNaN(value));
    return { count, text: count === 1 ? '_' : `_x${count}` };
  }
  const step = (values[at + 1] ?? NaN) - first;
  if (step === 0) {
    const count = countWhile(values, at, (value) => value === first);
    return { count, text: `${first}x${count - 1}` };
  }
  const stepText = String(Math.abs(step));
  const count = countWhile(values, at, (value, index) => value === first + index * step);
  // Two samples are shorter without it, and a step is written without an exponent.
  return count > 2 && /^\d+(?:\.\d+)?$/.test(stepText)
    ? { count, text: `${first}${step < 0 ? '-' : '+'}${stepText}x${count - 1}` }
    : { count: 1, text: String(first) };
}

function countWhile(
  values: readonly number[],
  at: number,
  fits: (value: number, index: number) => boolean,
): number {
  let count = 0;
  while (at + count < values.length && fits(values[at + count]!, count)) count++;
  return count;
}
