import { expect, it } from 'vitest';

import { globMatcher } from '../../../src/base/text/glob.js';

it.each([
  ['*.tf', 'a.tf', true],
  ['*.tf', 'infra/deep/a.tf', true],
  ['*.tf', 'a.tf.json', false],
  ['infra/*.tf', 'infra/a.tf', true],
  ['infra/*.tf', 'infra/deep/a.tf', false],
  ['infra/**/*.tf', 'infra/a.tf', true],
  ['infra/**/*.tf', 'infra/very/deep/a.tf', true],
  ['./infra/**', 'infra/very/deep/a.tf', true],
  ['vendor/', 'vendor/a/b.yaml', true],
  ['vendor/', 'src/vendor/a.yaml', true],
  ['*.{yaml,yml}', 'pools/a.yml', true],
  ['*.{yaml,yml}', 'pools/a.yl', false],
  ['a?.md', 'ab.md', true],
  ['a?.md', 'a/.md', false],
  ['a+(b).md', 'a+(b).md', true],
  ['a,b', 'a,b', true],
  ['{open', 'open', true],
])('%s and %s: %s', (pattern, path, fits) => {
  expect(globMatcher(pattern)(path)).toBe(fits);
});
