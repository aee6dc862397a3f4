/** Writes samples, oldest first, in the notation that `readSeries` reads; NaN is a missing one. Runs become `4x29` and `_x3`. */
export function writeSeries(values: readonly number[]): string {
  const elements: string[] = [];
  for (let at = 0; at < values.length;) {
    let end = at + 1;
    while (end < values.length && Object.is(values[end]! + 0, values[at]! + 0)) end++;
    elements.push(element(values[at]!, end - at));
    at = end;
  }
  return elements.join(' ');
}

function element(value: number, count: number): string {
  // `_x3` is three samples, `4x3` is four of them.
  if (Number.isNaN(value)) return count === 1 ? '_' : `_x${count}`;
  return count === 1 ? String(value) : `${value}x${count - 1}`;
}
