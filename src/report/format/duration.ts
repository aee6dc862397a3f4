const units: readonly { readonly name: string; readonly seconds: number }[] = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3600 },
  { name: 'm', seconds: 60 },
  { name: 's', seconds: 1 },
];

/** A time for people: `350ms`, `12.5s`, `4m 10s`, `1h 23m`, `3d 4h`; two units at most, rounded to the smaller one. */
export function formatDuration(seconds: number): string {
  const sign = seconds < 0 ? '-' : '';
  const size = Math.abs(seconds);
  if (size < 0.0005) return '0s';
  if (size < 0.9995) return `${sign}${Math.round(size * 1000)}ms`;
  if (size < 59.95) return `${sign}${String(Number(size.toFixed(1)))}s`;
  // Rounding may carry into the next unit: 59m 59.7s is 1h 0m, so the units are chosen after it.
  for (const [index, { name, seconds: length }] of units.entries()) {
    const minor = units[index + 1];
    if (minor === undefined) break;
    const rounded = Math.round(size / minor.seconds) * minor.seconds;
    if (rounded < length) continue;
    const whole = Math.floor(rounded / length);
    const rest = Math.round((rounded - whole * length) / minor.seconds);
    return `${sign}${whole}${name}${rest === 0 ? '' : ` ${rest}${minor.name}`}`;
  }
  return `${sign}${Math.round(size)}s`;
}

/** Elapsed time that sorts and aligns: `1d 02:03:04`, days only where there are any, fractions cut off. */
export function formatElapsed(seconds: number): string {
  const total = Math.floor(seconds);
  const days = Math.floor(total / 86_400);
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = [(total % 86_400) / 3600, (total % 3600) / 60, total % 60]
    .map((part) => two(Math.floor(part)))
    .join(':');
  return days > 0 ? `${days}d ${clock}` : clock;
}
