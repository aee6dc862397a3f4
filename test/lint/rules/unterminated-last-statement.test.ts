import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('unterminated-last-statement');

describe('unterminated-last-statement', () => {
  it('reports a last statement without a semicolon, and ends it', () => {
    code('n = 1; m = 2').toBeFixedTo('n = 1; m = 2;', 'fix');
    code('n = 1 // one; two\n').toBeFixedTo('n = 1; // one; two\n', 'fix');
  });

  it('is content with a semicolon, whatever follows', () => {
    code('n = 1; // that is all').toBeClean();
    code('n = 1 // one\n;\n').toBeClean();
  });
});
