import { readdirSync, readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { scenarioJsonSchema, scenarioJsonSchemaText } from '../../src/scenario/index.js';

const published = '../../schemas/scenario.schema.json';

type Node = Readonly<Record<string, unknown>>;

/** Every property of a schema with its path. */
function* properties(node: unknown, path: string): Generator<readonly [string, Node]> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties') {
      for (const [name, property] of Object.entries(value as Record<string, Node>)) {
        yield [`${path}.${name}`, property];
        yield* properties(property, `${path}.${name}`);
      }
    } else {
      yield* properties(value, path);
    }
  }
}

describe('the JSON Schema of scenarios', () => {
  it('is published as the code has it (to update: vitest run test/scenario/json-schema.test.ts --update)', async () => {
    const style = await resolveConfig(new URL(published, import.meta.url).pathname);
    const text = await format(scenarioJsonSchemaText(), { ...style, parser: 'json' });
    await expect(text).toMatchFileSnapshot(published);
  });

  it('describes every key', () => {
    const all = [...properties(scenarioJsonSchema(), 'scenario')];
    expect(all.length).toBeGreaterThan(100);
    expect(
      all.filter(([, node]) => typeof node['description'] !== 'string').map(([path]) => path),
    ).toEqual([]);
  });

  const validate = new Ajv2020({ allowUnionTypes: true }).compile(scenarioJsonSchema());
  const scenarios = readdirSync('examples', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.scenario.yaml'),
  );

  it.each(scenarios)('accepts %s', (path) => {
    validate(parse(readFileSync(`examples/${path}`, 'utf8')));
    expect(validate.errors).toBeNull();
  });

  it.each([
    ['a key that a pool does not have', { pools: [{ id: 'a', vmSize: 'x', vmSiz: 'x' }] }],
    ['a text for a number', { pools: [{ id: 'a', vmSize: 'x', taskSlotsPerNode: 'four' }] }],
    ['a task that is of no kind', { jobs: [{ id: 'a', poolInfo: { poolId: 'a' }, tasks: [1] }] }],
  ])('refuses %s', (_, part) => {
    expect(validate({ pools: [], jobs: [] })).toBe(true);
    expect(validate({ pools: [], jobs: [], ...part })).toBe(false);
  });
});
