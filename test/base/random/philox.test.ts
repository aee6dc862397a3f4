import { expect, it } from 'vitest';

import { philox4x32 } from '../../../src/base/random/philox.js';

const hex = (words: Uint32Array): string =>
  [...words].map((word) => word.toString(16).padStart(8, '0')).join(' ');

/** Known answers published with the reference implementation (Random123, kat_vectors). */
it.each([
  {
    counter: [0, 0, 0, 0],
    key: [0, 0],
    answer: '6627e8d5 e169c58d bc57ac4c 9b00dbd8',
  },
  {
    counter: [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    key: [0xffffffff, 0xffffffff],
    answer: '408f276d 41c83b0e a20bc7c6 6d5451fd',
  },
  {
    counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    key: [0xa4093822, 0x299f31d0],
    answer: 'd16cfe09 94fdcceb 5001e420 24126ea1',
  },
])('philox4x32-10 of $counter is $answer', ({ counter, key, answer }) => {
  const out = new Uint32Array(4);
  const [c0, c1, c2, c3] = counter as [number, number, number, number];
  philox4x32(out, c0, c1, c2, c3, key[0]!, key[1]!);
  expect(hex(out)).toBe(answer);
});
