import {
  ticksPerDay,
  ticksPerHour,
  ticksPerMinute,
  ticksPerSecond,
  type Ticks,
} from '../../base/time/ticks.js';

/** `4d22h14m53.7821283s`, `1m30s`, `2m`: units of zero are left out, days are the largest one (as a real answer prints it). */
export function formatInterval(ticks: Ticks): string {
  if (ticks === 0) return '0s';
  let rest = Math.abs(ticks);
  let text = ticks < 0 ? '-' : '';
  for (const [unit, length] of [
    ['d', ticksPerDay],
    ['h', ticksPerHour],
    ['m', ticksPerMinute],
  ] as const) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) text += `${count}${unit}`;
  }
  if (rest === 0) return text;
  const seconds = Math.floor(rest / ticksPerSecond);
  const fraction = String(rest - seconds * ticksPerSecond)
    .padStart(7, '0')
    .replace(/0+$/, '');
  return `${text}${seconds}${fraction === '' ? '' : `.${fraction}`}s`;
}
