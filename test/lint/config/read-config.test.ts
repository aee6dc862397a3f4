import { readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';

import { createLineTable } from '../../../src/base/text/source-text.js';
import {
  configOf,
  type CheckConfig,
  type FileConfig,
} from '../../../src/lint/config/check-config.js';
import { configJsonSchema } from '../../../src/lint/config/config-schema.js';
import { readConfig } from '../../../src/lint/config/read-config.js';
import { ruleTable } from '../../../src/lint/rule-table.js';

function read(text: string, name = 'poolscale.config.yaml'): CheckConfig {
  const { value, diagnostics } = readConfig({ name, text });
  expect(diagnostics).toEqual([]);
  return value!;
}

function settings(text: string, path: string): FileConfig {
  return configOf(read(text), path);
}

const full = `extends: strict
rules:
  no-upper-clamp: off
  nested-ternary-without-parentheses: [info]
environment: { evaluationInterval: PT5M, maxNodes: 100 }
profile: { divisionByZero: error }
files: ['**/*.tf', '*.yaml']
exclude: [vendor/]
hosts:
  - { files: [charts/**], paths: ['pools.*.scaling'] }
overrides:
  - files: [test/**]
    rules: { no-upper-clamp: error }
    environment: { maxNodes: 5 }
`;

describe('a configuration', () => {
  it('sets levels, environment and profile', () => {
    const { levels, environment, profile } = settings(full, 'infra/a.tf');
    expect(levels.get('no-upper-clamp')).toBe('off');
    expect(levels.get('nested-ternary-without-parentheses')).toBe('info');
    expect(environment).toEqual({ evaluationInterval: 300, maxNodes: 100 });
    expect(profile.divisionByZero).toBe('error');
  });

  it('is changed by overrides for their files', () => {
    const { levels, environment } = settings(full, 'test/a.tf');
    expect(levels.get('no-upper-clamp')).toBe('error');
    expect(environment).toEqual({ evaluationInterval: 300, maxNodes: 5 });
  });

  it('says which files are checked', () => {
    expect(settings(full, 'infra/a.tf').included).toBe(true);
    expect(settings(full, 'infra/a.bicep').included).toBe(false);
    expect(settings(full, 'vendor/a.tf').included).toBe(false);
  });

  it('names formulas by their path, in some files', () => {
    expect(settings(full, 'charts/a.yaml').formulaPaths).toEqual(['pools.*.scaling']);
    expect(settings(full, 'a.yaml').formulaPaths).toEqual([]);
  });

  it('extends one of three sets of levels', () => {
    const warning = ruleTable.find(({ level }) => level === 'warning')!.id;
    const info = ruleTable.find(({ level }) => level === 'info')!.id;
    const levels = (preset: string): unknown[] => {
      const all = settings(`extends: ${preset}`, 'a.tf').levels;
      return [all.get(warning), all.get(info)];
    };
    expect(levels('recommended')).toEqual([undefined, undefined]);
    expect(levels('strict')).toEqual(['error', undefined]);
    expect(levels('all')).toEqual(['error', 'warning']);
  });

  it('may be JSON with comments', () => {
    const text = '{\n  // why\n  "extends": "strict", /* "x" */\n  "exclude": ["a//b/**"],\n}\n';
    expect(read(text, 'poolscale.config.jsonc')).toMatchObject({
      extends: 'strict',
      exclude: ['a//b/**'],
    });
  });
});

describe('a wrong configuration', () => {
  it.each([
    ['ruls: {}', 'unknown key ruls', 'did you mean rules?', 1],
    [
      'rules:\n  unguarded-windw: off',
      'unknown key unguarded-windw in rules',
      'unguarded-window',
      2,
    ],
    ['rules: { no-upper-clamp: of }', 'expected off, info, warning or error', 'off', 1],
    ['rules: { syntax-error: off }', 'expected error', '', 1],
    ['rules: { no-upper-clamp: [off, { a: 1 }] }', 'the rule has no options', '', 1],
    ['extends: strikt', 'expected recommended, strict or all', 'strict', 1],
    ['environment: { maxNodes: many }', 'expected a number', '', 1],
    ['profile: { divisionByZero: maybe }', 'expected ieee or error', '', 1],
    ['hosts: [{ files: [a] }]', 'key paths is missing', '', 1],
    ['a: &a [*a]', '', '', 1],
    ['[', '', '', 1],
  ])('%s', (text, message, help, line) => {
    const { value, diagnostics } = readConfig({ name: 'poolscale.config.yaml', text });
    expect(value).toBeUndefined();
    const [first] = diagnostics;
    expect(first!.message).toContain(message);
    if (help !== '') expect(first!.help).toContain(help);
    expect(createLineTable(text).position(first!.span.start).line).toBe(line);
  });
});

describe('the JSON Schema', () => {
  const published = '../../../schemas/config.schema.json';

  it('is published as the code has it (to update: vitest run test/lint/config/read-config.test.ts --update)', async () => {
    const style = await resolveConfig(new URL(published, import.meta.url).pathname);
    const text = await format(JSON.stringify(configJsonSchema()), { ...style, parser: 'json' });
    await expect(text).toMatchFileSnapshot(published);
  });

  it('accepts a configuration and refuses a misspelt rule', () => {
    const schema = JSON.parse(readFileSync(new URL(published, import.meta.url), 'utf8')) as Record<
      string,
      unknown
    >;
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect(validate({ extends: 'strict', rules: { 'no-upper-clamp': ['off'] } })).toBe(true);
    expect(validate({ rules: { 'no-uper-clamp': 'off' } })).toBe(false);
  });
});
