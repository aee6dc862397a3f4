import { ticksPerSecond } from '../../../base/time/ticks.js';
import type { SampleWindow } from '../../flow/facts.js';

/** `the last 180 s`, `180 s to 60 s ago`. */
export function describeWindow(window: SampleWindow | undefined): string {
  if (window === undefined) return 'another window';
  const seconds = (ticks: number): string => `${ticks / ticksPerSecond} s`;
  return window.near === 0
    ? `the last ${seconds(window.far)}`
    : `${seconds(window.far)} to ${seconds(window.near)} ago`;
}
