import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** The imports of a file that are files of `paths`, types among them. */
function importsOf(path: string, text: string, paths: ReadonlySet<string>): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName }) => {
    if (!fileName.startsWith('.')) return [];
    const target = normalize(join(dirname(path), fileName)).replaceAll('\\', '/');
    const found = [target, target.replace(/\.js$/, '.ts'), target.replace(/\.js$/, '.tsx')];
    return found.filter((each) => paths.has(each)).slice(0, 1);
  });
}

/** The files that are on a circle of imports or on a way from one circle to another, in order. */
function filesOnCircles(texts: ReadonlyMap<string, string>): string[] {
  const left = new Set(texts.keys());
  const imports = new Map([...texts].map(([path, text]) => [path, importsOf(path, text, left)]));
  for (let before = -1; before !== left.size;) {
    before = left.size;
    const imported = new Set([...left].flatMap((path) => imports.get(path)!));
    for (const path of left) {
      const isEnd = imports.get(path)!.every((each) => !left.has(each));
      if (isEnd || !imported.has(path)) left.delete(path);
    }
  }
  return [...left].sort();
}

/** The grammar is recursive here: an expression has accesses and calls, and these have expressions. */
const recursive = [
  'src/checker/check-access.ts',
  'src/checker/check-expression.ts',
  'src/lint/flow/read-call.ts',
  'src/lint/flow/read-chain.ts',
  'src/lint/flow/read-expression.ts',
  'src/lint/flow/read-method.ts',
];

describe('files import each other one way, types included', () => {
  it('in the sources and the playground, but where the language itself is recursive', () => {
    const paths = ['src', 'playground/src'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
        .filter((path) => /\.tsx?$/.test(path)),
    );
    expect(paths.length).toBeGreaterThan(500);
    const texts = new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]));
    expect(filesOnCircles(texts)).toEqual(recursive);
  });

  it('is told of a circle', () => {
    const texts = new Map([
      ['a/a.ts', "import { b } from './b.js';"],
      ['a/b.ts', "import type { C } from '../c/c.js';"],
      ['c/c.ts', "export { a } from '../a/a.js'; import './leaf.js';"],
      ['c/leaf.ts', 'export const leaf = 1;'],
      ['top.ts', "import './a/a.js';"],
    ]);
    expect(filesOnCircles(texts)).toEqual(['a/a.ts', 'a/b.ts', 'c/c.ts']);
  });
});
