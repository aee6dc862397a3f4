import type { Terminal } from './terminal.js';

/** A line that says how far a long run is. Silent unless standard error is a terminal and the work takes over a second. */
export interface ProgressLine {
  show(text: string): void;
  /** Takes the line away again. */
  clear(): void;
}

const delayMilliseconds = 1000;
const intervalMilliseconds = 100;

export function createProgressLine({ stderr }: Terminal, quiet: boolean): ProgressLine {
  if (quiet || !stderr.isTTY) return { show: () => undefined, clear: () => undefined };
  let next = performance.now() + delayMilliseconds;
  let shown = false;
  return {
    show(text) {
      const now = performance.now();
      if (now < next) return;
      next = now + intervalMilliseconds;
      shown = true;
      stderr.write(`\r\u001b[2K${text.slice(0, (stderr.columns || 80) - 1)}`);
    },
    clear() {
      if (shown) stderr.write('\r\u001b[2K');
      shown = false;
    },
  };
}
