import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { renderDiagnostic } from '../../../src/base/diagnostics/render.js';
import { checkDocument } from '../../../src/base/document/check-document.js';
import { readDocument } from '../../../src/base/document/read-document.js';
import { isNumber, notModelled, oneOf, readOnly } from '../../../src/base/document/schema-parts.js';

const shape = oneOf<unknown>('a number, or a circle or square', [
  { when: isNumber, schema: z.number().positive() },
  { key: 'circle', schema: z.strictObject({ circle: z.number() }) },
  { key: 'square', schema: z.strictObject({ square: z.number(), round: z.boolean().optional() }) },
]);

const schema: z.ZodType = z.strictObject({
  name: z.string().optional(),
  colour: z.enum(['red', 'green', 'blue']).optional(),
  shapes: z.array(shape.describe('A shape.')).optional(),
  byName: z.record(z.string(), z.strictObject({ size: z.number() })).optional(),
  cloud: notModelled('none'),
  state: readOnly(),
});

function messages(text: string): string[] {
  const document = readDocument({ name: 'x.yaml', text }).value!;
  return checkDocument(document, schema).diagnostics.map((diagnostic) => {
    const [head, at] = renderDiagnostic(diagnostic).split('\n');
    const help = diagnostic.help === undefined ? '' : ` (${diagnostic.help})`;
    return `${at!.split('x.yaml:')[1]!} ${head!}${help}`;
  });
}

describe('a document against a schema', () => {
  it('that fits has no messages', () => {
    const text =
      'name: a\ncolour: red\nshapes: [1, {circle: 2}, {square: 3}]\nbyName: {x: {size: 1}}\n';
    expect(messages(text)).toEqual([]);
  });

  it.each([
    ['nmae: a', '1:1 error[unknown-key]: unknown key nmae (did you mean name?)'],
    [
      'zzz: a',
      '1:1 error[unknown-key]: unknown key zzz (known keys are name, colour, shapes, byName)',
    ],
    ['name: 3', '1:7 error[bad-value]: name is 3; expected a text'],
    [
      'colour: gren',
      '1:9 error[bad-value]: colour is "gren"; expected red, green or blue (did you mean green?)',
    ],
    ['shapes: {}', '1:9 error[bad-value]: shapes is an object; expected a list'],
    ['byName:\n  x: {}', '2:3 error[missing-key]: key size is missing in byName.x'],
    [
      'byName:\n  x: {size: 1, siez: 2}',
      '2:16 error[unknown-key]: unknown key siez in byName.x (did you mean size?)',
    ],
  ])('%j: %s', (text, message) => {
    expect(messages(text)).toEqual([message]);
  });

  it('says once that a key is misspelt, not also that it is missing', () => {
    expect(messages('byName:\n  x: {siez: 1}')).toEqual([
      '2:7 error[unknown-key]: unknown key siez in byName.x (did you mean size?)',
    ]);
  });

  it('speaks of the alternative that was meant', () => {
    expect(messages('shapes:\n  - -1\n  - {circle: big}\n  - {square: 1, rond: true}\n')).toEqual([
      '2:5 error[bad-value]: shapes[0] is -1; expected a number of more than 0',
      '3:14 error[bad-value]: shapes[1].circle is "big"; expected a number',
      '4:17 error[unknown-key]: unknown key rond in shapes[2] (did you mean round?)',
    ]);
  });

  it('says what can be written where no alternative was meant', () => {
    expect(messages('shapes: [{cirle: 1}, x]')).toEqual([
      '1:10 error[bad-value]: shapes[0] is an object; expected a number, or a circle or square (did you mean circle?)',
      '1:22 error[bad-value]: shapes[1] is "x"; expected a number, or a circle or square',
    ]);
  });

  it('warns of settings that are not modelled, except at their default', () => {
    expect(messages('cloud: dark')).toEqual([
      '1:1 warning[not-modelled]: cloud is not modelled, so it changes nothing in the simulation',
    ]);
    expect(messages('cloud: none')).toEqual([]);
    expect(messages('cloud: null')).toEqual([]);
  });

  it('mentions state that was pasted with the settings', () => {
    expect(messages('state: {x: 1}')).toEqual([
      '1:1 info[read-only-key]: state is state that the service reports, not a setting; it is not read',
    ]);
  });

  it('takes null for absent, as the command line of the service prints it', () => {
    expect(messages('name: null\nshapes: null')).toEqual([]);
  });
});
