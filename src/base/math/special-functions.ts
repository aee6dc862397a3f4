/**
 * Functions that ECMAScript leaves to the engine, in pure JavaScript, so that Node versions and browsers agree to the last
 * bit. The build bundles these packages into this one module (scripts/build.mjs).
 */
export { default as ln } from '@stdlib/math-base-special-ln';
export { default as log2 } from '@stdlib/math-base-special-log2';
export { default as log10 } from '@stdlib/math-base-special-log10';
export { default as exp } from '@stdlib/math-base-special-exp';
/** Inverse of the complementary error function, for normal quantiles. */
export { default as erfcinv } from '@stdlib/math-base-special-erfcinv';
/** `studentQuantile(p, degreesOfFreedom)`. */
export { default as studentQuantile } from '@stdlib/stats-base-dists-t-quantile';
