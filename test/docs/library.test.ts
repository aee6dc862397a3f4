import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';

import { transformSync } from 'esbuild';
import { expect, it } from 'vitest';

import * as poolscale from '../../src/index.js';

const page = join(fileURLToPath(new URL('../..', import.meta.url)), 'docs/library.md');
const blocks = [...readFileSync(page, 'utf8').matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(
  (match) => match[1]!,
);

/** What an example says that it prints: its comments. */
function promised(code: string): string[] {
  return [...code.matchAll(/^\/\/ (.*)$/gm)].map((match) => match[1]!);
}

/** What it prints. */
function printed(code: string): string[] {
  const { code: script } = transformSync(code, { loader: 'ts', format: 'cjs' });
  const lines: string[] = [];
  const log = (...values: unknown[]): void => {
    const text = values.map((value) => (typeof value === 'string' ? value : inspect(value)));
    lines.push(...text.join(' ').split('\n'));
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the examples are text of this repository
  const run = new Function('require', 'console', 'module', script) as (
    require: (name: string) => unknown,
    console: unknown,
    module: unknown,
  ) => void;
  const require = (name: string): unknown => {
    expect(name).toBe('poolscale');
    return poolscale;
  };
  run(require, { log }, {});
  return lines;
}

it('has examples of every function', () => {
  for (const name of ['parse', 'check', 'compile', 'evaluate', 'format']) {
    expect(blocks.some((block) => new RegExp(`\\b${name}\\(`).test(block))).toBe(true);
  }
});

it.each(blocks.map((block, index) => [index + 1, block] as const))(
  'example %i prints what its comments say',
  (_, block) => {
    expect(promised(block).length).toBeGreaterThan(0);
    expect(printed(block)).toEqual(promised(block));
  },
);
