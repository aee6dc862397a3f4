/**
 * Functions that ECMAScript leaves to the engine, in pure JavaScript, so that Node versions and browsers agree to the last
 * bit. The build bundles these packages into this one module (scripts/build.mjs), and the types here keep them out of its
 * declarations, so that users of the library need none of them.
 */
import stdlibErfcinv from '@stdlib/math-base-special-erfcinv';
import stdlibExp from '@stdlib/math-base-special-exp';
import stdlibLn from '@stdlib/math-base-special-ln';
import stdlibLog10 from '@stdlib/math-base-special-log10';
import stdlibLog2 from '@stdlib/math-base-special-log2';
import stdlibStudentQuantile from '@stdlib/stats-base-dists-t-quantile';

export const ln: (x: number) => number = stdlibLn;
export const log2: (x: number) => number = stdlibLog2;
export const log10: (x: number) => number = stdlibLog10;
export const exp: (x: number) => number = stdlibExp;
/** Inverse of the complementary error function, for normal quantiles. */
export const erfcinv: (x: number) => number = stdlibErfcinv;
export const studentQuantile: (p: number, degreesOfFreedom: number) => number =
  stdlibStudentQuantile;
