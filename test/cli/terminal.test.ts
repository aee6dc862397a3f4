import { describe, expect, it } from 'vitest';

import { usesColour } from '../../src/cli/terminal.js';

describe('colour', () => {
  const terminal = { isTTY: true };

  it.each([
    [true, terminal, {}],
    [false, {}, {}],
    [false, terminal, { NO_COLOR: '1' }],
    [true, terminal, { NO_COLOR: '' }],
    [false, terminal, { TERM: 'dumb' }],
    [true, {}, { FORCE_COLOR: '1' }],
    [true, {}, { FORCE_COLOR: '1', NO_COLOR: '1' }],
    [false, terminal, { FORCE_COLOR: '0' }],
  ])('%s on %j with %j', (expected, stream, env) => {
    expect(usesColour(stream, env)).toBe(expected);
  });
});
