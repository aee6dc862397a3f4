/** A line of the event log. */
export interface LogLine {
  /** Milliseconds since the start of the run. */
  readonly t: number;
  readonly time: string;
  readonly event: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export function parseLog(text: string): LogLine[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LogLine);
}

/** Times of the log are quarters of a millisecond: whole numbers, so that sums are exact. */
export function quantaOf(line: LogLine): number {
  return line.t * 4;
}

/** A stretch of time in quanta; `to` is the end of the run where nothing ended it. */
export interface Stretch {
  readonly from: number;
  to: number;
}

export function lengthOf({ from, to }: Stretch): number {
  return to - from;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
