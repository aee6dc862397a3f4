import { distinct, merged } from './constraints.js';
import { unknown, type Facts } from './facts.js';
import { hull } from './range.js';

/** Symbols that a value is never greater than, its own among them. */
export function boundsOf({ symbol, atMost }: Facts): readonly number[] {
  return distinct([symbol, ...atMost]);
}

/** What holds of a ternary whose branches have these facts. */
export function join(condition: Facts, a: Facts, b: Facts): Facts {
  const others = new Set(boundsOf(b));
  return {
    ...unknown,
    ...hull(a, b),
    known: a.known && b.known,
    integer: a.integer && b.integer,
    truth: a.truth && b.truth,
    literal: condition.literal && a.literal && b.literal,
    constant: condition.constant && a.constant && b.constant,
    configured: condition.configured || a.configured || b.configured,
    tasks: a.tasks | b.tasks,
    // Two targets that follow a count in different branches do not follow it together.
    whole: a.whole & b.whole,
    grows: a.grows || b.grows,
    quotient: a.quotient ?? b.quotient,
    countedTwice: a.countedTwice ?? b.countedTwice,
    terms: a.terms | b.terms,
    mixed: a.mixed ?? b.mixed,
    cpu: a.cpu || b.cpu,
    decays: a.decays | b.decays,
    atMost: boundsOf(a).filter((symbol) => others.has(symbol)),
    // `condition ? 1 : 0` is the condition, and so is `condition ? other : 0` where it is not 0.
    whenTrue: isZero(b) ? merged([...condition.whenTrue, ...a.whenTrue]) : [],
    whenFalse: isZero(b) && isNonZero(a) ? condition.whenFalse : [],
  };
}

function isZero({ min, max }: Facts): boolean {
  return min === 0 && max === 0;
}

function isNonZero({ min, max }: Facts): boolean {
  return min > 0 || max < 0;
}
