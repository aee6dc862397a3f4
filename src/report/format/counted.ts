import { formatNumber } from './number.js';

/** `1 node`, `1,200 nodes`. */
export function counted(value: number, noun: string): string {
  return `${formatNumber(value)} ${noun}${value === 1 ? '' : 's'}`;
}
