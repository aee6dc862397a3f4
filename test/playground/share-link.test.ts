import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import fc from 'fast-check';
import { deflateSync, strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';

import type { PlaygroundState } from '../../playground/src/state/playground-state.js';
import { decodeLink, encodeLink, maximumState } from '../../playground/src/state/share-link.js';

interface Fixture {
  readonly about: string;
  readonly fragment: string;
  readonly state: PlaygroundState;
}

const fixtures = JSON.parse(
  readFileSync(fileURLToPath(new URL('fixtures/links.json', import.meta.url)), 'utf8'),
) as readonly Fixture[];

function fragmentOf(value: unknown): string {
  const packed = deflateSync(strToU8(JSON.stringify(value)));
  return `1${btoa(strFromU8(packed, true)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.constant('$a = 1;\n'));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

describe('a link', () => {
  it('gives back every state that it was made of', () => {
    const state = fc.record({
      formula: text,
      scenario: text,
      otherFormula: optional(text),
      tests: optional(text),
      view: optional(fc.constantFrom('simulation', 'runs', 'trace', 'export')),
    });
    fc.assert(
      fc.property(state, (made) => {
        const wanted = JSON.parse(JSON.stringify(made)) as PlaygroundState;
        expect(decodeLink(`#${encodeLink(wanted)}`)).toEqual({ ok: true, state: wanted });
      }),
    );
  });

  it.each(fixtures)('of version 1 opens for ever: $about', ({ fragment, state }) => {
    expect(decodeLink(fragment)).toEqual({ ok: true, state });
  });
});

describe('a link that is no good', () => {
  const good = encodeLink({ formula: '$TargetDedicatedNodes = 1;', scenario: 'seed: 1\n' });

  it.each([
    ['empty', '', 'it is of a version that this page does not know'],
    ['of a later version', `2${good.slice(1)}`, 'it is of a version that this page does not know'],
    ['with foreign characters', '1<script>', 'it is cut off or damaged'],
    ['cut off', good.slice(0, -9), 'it is cut off or damaged'],
    ['too long', `1${'A'.repeat(300_000)}`, 'it is longer than any link of the playground'],
    ['of a number', fragmentOf(7), 'it does not hold a state of the playground'],
    ['of a list', fragmentOf([]), 'it does not hold a state of the playground'],
    ['without a formula', fragmentOf({ scenario: '' }), 'formula is not a text'],
    [
      'with a formula that is no text',
      fragmentOf({ formula: {}, scenario: '' }),
      'formula is not a text',
    ],
    [
      'with tests that are no text',
      fragmentOf({ formula: '', scenario: '', tests: 1 }),
      'tests is not a text',
    ],
    [
      'that would fill the memory',
      fragmentOf({ formula: 'a'.repeat(maximumState), scenario: '' }),
      'it is cut off or damaged',
    ],
  ])('%s is refused with a reason', (_, fragment, reason) => {
    expect(decodeLink(fragment)).toEqual({ ok: false, reason });
  });

  it('takes no key of a prototype, and no view that does not exist', () => {
    const hostile = '{"formula":"","scenario":"","view":"constructor","__proto__":{"tests":"x"}}';
    const packed = deflateSync(strToU8(hostile));
    const fragment = `1${btoa(strFromU8(packed, true)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
    expect(decodeLink(fragment)).toEqual({ ok: true, state: { formula: '', scenario: '' } });
  });

  it('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.nat(), (noise, at) => {
        const place = at % good.length;
        decodeLink(noise);
        decodeLink(`1${noise}`);
        decodeLink(good.slice(0, place) + noise + good.slice(place));
      }),
    );
  });
});
