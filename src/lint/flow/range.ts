/** A closed range of doubles; infinite ends say that nothing is known there. Of a vector it holds for each element. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

export const anyNumber: Range = { min: -Infinity, max: Infinity };
export const notNegative: Range = { min: 0, max: Infinity };

/** 0 * infinity is 0 here: the infinite end only says "as large as you like". */
function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}

/** A sum or difference that could be anything (infinity - infinity) takes the end that promises nothing. */
function orElse(value: number, otherwise: number): number {
  return Number.isNaN(value) ? otherwise : value;
}

export function add(a: Range, b: Range): Range {
  return { min: orElse(a.min + b.min, -Infinity), max: orElse(a.max + b.max, Infinity) };
}

export function subtract(a: Range, b: Range): Range {
  return { min: orElse(a.min - b.max, -Infinity), max: orElse(a.max - b.min, Infinity) };
}

export function multiply(a: Range, b: Range): Range {
  const products = [
    times(a.min, b.min),
    times(a.min, b.max),
    times(a.max, b.min),
    times(a.max, b.max),
  ];
  return { min: Math.min(...products), max: Math.max(...products) };
}

/** A divisor that may be 0 leaves only the sign, and not even that where it may change its own. */
export function divide(a: Range, b: Range): Range {
  if (b.min > 0 || b.max < 0) return multiply(a, { min: 1 / b.max, max: 1 / b.min });
  return a.min >= 0 && b.min >= 0 ? notNegative : anyNumber;
}

export function negate({ min, max }: Range): Range {
  return { min: -max, max: -min };
}

/** The smallest range that holds both. */
export function hull(a: Range, b: Range): Range {
  return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
}

export function isSingle({ min, max }: Range): boolean {
  return min === max;
}
