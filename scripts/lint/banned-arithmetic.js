/**
 * The same seed must give the same bytes on every engine. ECMAScript lets engines differ in these
 * functions and in everything that depends on the host's locale or time zone, so src/ may not use them.
 */
const inexactMath = [
  'acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow',
  'random sin sinh tan tanh',
]
  .join(' ')
  .split(' ');

const localDateGetters = [
  'getDate getDay getFullYear getHours getMilliseconds getMinutes getMonth getSeconds',
  'getTimezoneOffset getYear setDate setFullYear setHours setMilliseconds setMinutes setMonth',
  'setSeconds toDateString toTimeString toLocaleString toLocaleDateString toLocaleTimeString',
  'toLocaleLowerCase toLocaleUpperCase localeCompare',
]
  .join(' ')
  .split(' ');

const why =
  'its result depends on the engine, locale or time zone (see src/base/math and src/base/time)';

export const bannedArithmetic = {
  files: ['src/**/*.ts'],
  ignores: ['src/report/html/client/**'],
  rules: {
    'no-restricted-properties': [
      'error',
      ...inexactMath.map((property) => ({ object: 'Math', property, message: why })),
      ...localDateGetters.map((property) => ({ property, message: why })),
    ],
    'no-restricted-globals': ['error', { name: 'Intl', message: why }],
    'no-restricted-syntax': [
      'error',
      { selector: "BinaryExpression[operator='**']", message: `** is banned: ${why}` },
      { selector: "AssignmentExpression[operator='**=']", message: `**= is banned: ${why}` },
    ],
  },
};
