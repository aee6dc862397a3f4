const significant = 6;

/** The decimal digits of |x| rounded to six, and its decimal exponent. */
function sixDigits(x: number): { readonly digits: string; readonly exponent: number } {
  const exact = x.toExponential(40);
  const [mantissa = '', power = '0'] = x.toExponential(significant - 1).split('e');
  const digits = mantissa.replace('.', '');
  // toExponential takes the larger neighbour of a tie, C takes the even one. A tie ends in 5 and nothing after it.
  const exactDigits = exact.slice(0, exact.indexOf('e')).replace('.', '');
  const isTie = /^50*$/.test(exactDigits.slice(significant));
  const lower = exactDigits.slice(0, significant);
  if (isTie && Number(lower.at(-1)) % 2 === 0) {
    return { digits: lower, exponent: Number(exact.slice(exact.indexOf('e') + 1)) };
  }
  return { digits, exponent: Number(power) };
}

/** C's `%.6g`, of which every recorded number is an example: `96.6667`, `0.5`, `100`, `1.67772e+07`. Minus zero prints `0`. */
export function formatNumber(value: number): string {
  if (value !== value) return 'nan';
  if (value === Infinity) return 'inf';
  if (value === -Infinity) return '-inf';
  if (value === 0) return '0';
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return String(value);
  const sign = value < 0 ? '-' : '';
  const { digits, exponent } = sixDigits(Math.abs(value));
  const kept = digits.replace(/0+$/, '');
  if (isExponentForm(exponent)) {
    const fraction = kept.length > 1 ? `.${kept.slice(1)}` : '';
    const power = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${kept.charAt(0)}${fraction}e${exponent < 0 ? '-' : '+'}${power}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${kept}`;
  const whole = digits.slice(0, exponent + 1);
  const fraction = kept.slice(exponent + 1);
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`;
}

function isExponentForm(exponent: number): boolean {
  return exponent < -4 || exponent >= significant;
}

/** Whether a finite number prints with an exponent, of which no recording is known. */
export function printsExponent(value: number): boolean {
  if (value === 0 || !Number.isFinite(value)) return false;
  const magnitude = Math.abs(value);
  // Nearly all numbers, without their digits; 999999.5 is the first that rounds to 1e+06.
  if (magnitude >= 1e-4 && magnitude < 999_999.5) return false;
  return isExponentForm(sixDigits(Math.abs(value)).exponent);
}
