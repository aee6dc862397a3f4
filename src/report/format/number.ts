/** `1,234.5`: a fixed number of decimals and commas between thousands. */
export function formatNumber(value: number, decimals: number = 0): string {
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.') as [string, string?];
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  // No minus zero: -0.004 with two decimals is 0.00.
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** Decimals that show about three significant digits of a number below 1000. */
export function decimalsFor(value: number, most: number = 2): number {
  const size = Math.abs(value);
  if (size >= 100 || size === 0) return Math.min(most, 1);
  if (size >= 1) return Math.min(most, 2);
  return most;
}
