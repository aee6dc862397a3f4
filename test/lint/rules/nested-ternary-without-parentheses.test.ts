import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('nested-ternary-without-parentheses');

describe('nested-ternary-without-parentheses', () => {
  it('reports a ternary in a branch, and puts it in parentheses', () => {
    const text = 'h = time().hour; x = h < 6 ? 1 : h < 20 ? 9 : 2;';
    code(text).toReport('h < 20 ? 9 : 2');
    code(text).toBeFixedTo('h = time().hour; x = h < 6 ? 1 : (h < 20 ? 9 : 2);', 'fix');
    code('x = 1 ? 2 ? 3 : 4 : 5;').toReport('2 ? 3 : 4');
  });

  it('is content with parentheses', () => {
    code('h = time().hour; x = h < 6 ? 1 : (h < 20 ? 9 : 2);').toBeClean();
  });
});
