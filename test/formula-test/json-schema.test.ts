import { readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

import { formulaTestJsonSchema, formulaTestJsonSchemaText } from '../../src/formula-test/index.js';
import { examples } from './examples.js';

const published = '../../schemas/autoscale-test.schema.json';

it('is published as the code has it (to update: vitest run test/formula-test/json-schema.test.ts --update)', async () => {
  const style = await resolveConfig(new URL(published, import.meta.url).pathname);
  const text = await format(formulaTestJsonSchemaText(), { ...style, parser: 'json' });
  await expect(text).toMatchFileSnapshot(published);
});

it('accepts the examples and refuses a misspelt key', () => {
  const validate = new Ajv2020({ strict: false }).compile(formulaTestJsonSchema());
  for (const path of examples) {
    expect(validate(parse(readFileSync(path, 'utf8'))), path).toBe(true);
  }
  expect(validate({ formula: 'x = 1;', cases: [{ name: 'a', expects: {} }] })).toBe(false);
});
