import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { functions } from '../../src/language/functions.js';
import { methods } from '../../src/language/methods.js';
import { variables } from '../../src/language/variables.js';
import { ebnfOfPattern } from '../../src/parser/grammar-docs/ebnf.js';
import { generatedGrammarFiles } from '../../src/parser/grammar-docs/generated-files.js';
import { grammarRules, type Production } from '../../src/parser/grammar-docs/grammar-rules.js';
import { textMateGrammar } from '../../src/parser/grammar-docs/textmate.js';

const files = generatedGrammarFiles();

it.each([...files])('%s is what scripts/generate-grammar.mjs writes', (path, content) => {
  expect(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')).toBe(content);
});

function references(production: Production): string[] {
  switch (production.kind) {
    case 'literal':
      return [];
    case 'reference':
      return [production.name];
    case 'sequence':
      return production.parts.flatMap(references);
    case 'choice':
      return production.alternatives.flatMap(references);
    case 'optional':
      return references(production.content);
    case 'repetition':
      return [
        ...references(production.content),
        ...(production.separator === undefined ? [] : references(production.separator)),
      ];
  }
}

describe('rules', () => {
  const rules = grammarRules();

  it('name nothing that is not defined, and each but the first is used', () => {
    const tokens = ['Identifier', 'PlainNumber', 'Text'];
    const used = new Set(rules.flatMap(({ production }) => references(production)));
    expect([...used].sort()).toEqual([...rules.slice(1).map(({ name }) => name), ...tokens].sort());
  });

  it('leave out what the parser reads only to refuse it', () => {
    expect(files.get('grammar/autoscale.ebnf')).not.toMatch(/vector|Host|Invalid|Extended|'%'/);
  });
});

it.each([
  [String.raw`\$?[A-Za-z_]*`, `'$'? [A-Za-z_]*`],
  [String.raw`\d+(?:\.\d+)?`, `[0-9]+ ('.' [0-9]+)?`],
  [String.raw`\/\/[^\n]*`, `'//' [^#xA]*`],
  [`"[^"]*"|'`, `'"' [^"]* '"' | "'"`],
])('the pattern %s reads %s', (pattern, expected) => {
  expect(ebnfOfPattern(pattern)).toBe(expected);
});

describe('TextMate grammar', () => {
  const { patterns } = JSON.parse(textMateGrammar()) as {
    patterns: { name: string; match: string }[];
  };

  /** The scope of the first pattern that matches at a place, as an editor chooses. */
  function scopeAt(text: string, at: number): string | undefined {
    return patterns.find(({ match }) => {
      const pattern = new RegExp(match, 'y');
      pattern.lastIndex = at;
      return pattern.test(text);
    })?.name;
  }

  it.each([
    ...Object.keys(functions).map((name) => [`x = ${name} (1)`, 'support.function.builtin']),
    ...Object.keys(methods).map((name) => [`$A.${name}()`, 'support.function.method', 3]),
    ...Object.keys(variables).map((name) => [`x = ${name};`, 'variable.language']),
    ['x = TimeInterval_100ns', 'constant.language.interval'],
    ['x = taskcompletion', 'constant.language.deallocation'],
    ['x = $round + 1', 'variable.other'],
    ['x = maxNodes + 1', 'variable.other'],
    ['x = $PendingTasksOfMine', 'variable.other'],
    ['x = time', 'variable.other'],
    ['x = 0.75;', 'constant.numeric'],
    ['x = "GMT"', 'string.quoted'],
    ['x = // max(1)', 'comment.line'],
    ['x = !y', 'keyword.operator.logical'],
  ] as [string, string, number?][])('%s: %s', (text, scope, at = 4) => {
    expect(scopeAt(text, at)).toContain(scope);
  });
});

describe('railroad diagrams', () => {
  const page = files.get('grammar/railroad.html')!;

  it('need nothing from elsewhere', () => {
    expect(page).not.toMatch(/https?:|<script|<link|src=|@import|url\(/);
  });

  it('link only to what the page defines', () => {
    const targets = [...page.matchAll(/href="#(\w+)"/g)].map(([, name]) => name!);
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(page).toContain(`id="${target}"`);
  });

  it('have a place for everything', () => {
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });
});
