/** What a number must be, as people write it: `12`, `10..20` (both ends included), `>= 3`. */
export type NumberMatcher =
  | { readonly kind: 'equal'; readonly value: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  | { readonly kind: 'comparison'; readonly operator: Comparison; readonly value: number };

type Comparison = '>' | '>=' | '<' | '<=' | '!=';

/** What to write where a matcher is expected; messages show it. */
export const expectedMatcher =
  'a number (nan and inf included), a range such as 10..20, or a comparison such as >= 3';

const numberPattern = String.raw`[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?`;
const range = new RegExp(`^(${numberPattern})\\s*\\.\\.\\s*(${numberPattern})$`);
const comparison = new RegExp(`^(>=|<=|!=|==|>|<)\\s*(${numberPattern})$`);
const single = new RegExp(`^${numberPattern}$`);
/** As the result string prints them. */
const special: ReadonlyMap<string, number> = new Map([
  ['nan', NaN],
  ['inf', Infinity],
  ['-inf', -Infinity],
]);

/** Both ends of `10..20`; undefined for other texts and where the first end is above the second. */
export function parseRange(text: string): readonly [low: number, high: number] | undefined {
  const match = range.exec(text.trim());
  if (match === null) return undefined;
  const [low, high] = [Number(match[1]), Number(match[2])];
  return low <= high ? [low, high] : undefined;
}

/** Reads a matcher; undefined for other texts. */
export function parseMatcher(text: string): NumberMatcher | undefined {
  const trimmed = text.trim();
  const value = special.get(trimmed.toLowerCase());
  if (value !== undefined) return { kind: 'equal', value };
  if (single.test(trimmed)) return { kind: 'equal', value: Number(trimmed) };
  const ends = parseRange(trimmed);
  if (ends !== undefined) return { kind: 'range', low: ends[0], high: ends[1] };
  const match = comparison.exec(trimmed);
  if (match === null) return undefined;
  const operator = match[1] as Comparison | '==';
  const bound = Number(match[2]);
  return operator === '=='
    ? { kind: 'equal', value: bound }
    : { kind: 'comparison', operator, value: bound };
}

/** Whether a number fits. `tolerance` widens equality and both ends of a range; comparisons are taken as they are written. */
export function matchesNumber(matcher: NumberMatcher, found: number, tolerance: number): boolean {
  switch (matcher.kind) {
    case 'equal':
      return Object.is(matcher.value, NaN)
        ? Number.isNaN(found)
        : found === matcher.value || Math.abs(found - matcher.value) <= tolerance;
    case 'range':
      return found >= matcher.low - tolerance && found <= matcher.high + tolerance;
    case 'comparison':
      return compares(matcher.operator, found, matcher.value);
  }
}

function compares(operator: Comparison, found: number, bound: number): boolean {
  switch (operator) {
    case '>':
      return found > bound;
    case '>=':
      return found >= bound;
    case '<':
      return found < bound;
    case '<=':
      return found <= bound;
    case '!=':
      return found !== bound;
  }
}

export function matcherText(matcher: NumberMatcher): string {
  switch (matcher.kind) {
    case 'equal':
      return String(matcher.value);
    case 'range':
      return `${matcher.low}..${matcher.high}`;
    case 'comparison':
      return `${matcher.operator} ${matcher.value}`;
  }
}
