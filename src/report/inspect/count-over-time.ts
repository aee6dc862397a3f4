/** A count that changes over time, as its mean over equal stretches: `means[i]` covers `width` milliseconds from `i * width`. */
export interface CountOverTime {
  readonly width: number;
  readonly means: readonly number[];
  /** The largest value that the count had at any moment. */
  readonly peak: number;
}

/** Follows a count without keeping its changes. */
export interface CountFollower {
  /** The count changes by `difference` at `t` milliseconds, which never go back. */
  change(t: number, difference: number): void;
  /** What it was until `end`, in at most `stretches` means. */
  until(end: number): CountOverTime;
}

/**
 * Memory is bounded: sums are kept for 2 * `stretches` stretches of time, and two become one each time that the log is longer
 * than they reach. Times are whole milliseconds, so that the sums are exact.
 */
export function followCount(stretches: number): CountFollower {
  const sums = new Float64Array(2 * stretches);
  let width = 1;
  let now = 0;
  let count = 0;
  let peak = 0;

  function halve(): void {
    for (let i = 0; i < stretches; i++) sums[i] = sums[2 * i]! + sums[2 * i + 1]!;
    sums.fill(0, stretches);
    width *= 2;
  }

  function advance(t: number): void {
    while (t > width * sums.length) halve();
    while (now < t) {
      const stretch = Math.floor(now / width);
      const next = Math.min(t, (stretch + 1) * width);
      sums[stretch]! += (next - now) * count;
      now = next;
    }
  }

  return {
    change(t, difference) {
      advance(Math.floor(t));
      count += difference;
      peak = Math.max(peak, count);
    },
    until(end) {
      advance(Math.floor(end));
      while (now > width * stretches) halve();
      const used = Math.ceil(now / width);
      const means = Array.from(sums.subarray(0, used), (sum, i) => {
        const length = Math.min(now, (i + 1) * width) - i * width;
        return sum / length;
      });
      return { width, means, peak };
    },
  };
}
