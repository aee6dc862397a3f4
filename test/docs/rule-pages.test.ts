import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { lintFormula } from '../../src/lint/lint-formula.js';
import { ruleTable, rulesById } from '../../src/lint/rule-table.js';
import { rules } from '../../src/lint/rules.js';
import { applyFixes } from '../support/rule-tester.js';
import {
  completePage,
  exampleOptions,
  examples,
  indexPage,
  pageFolder,
  pageNames,
  readPage,
  section,
} from './rule-pages.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sections = ['Avoid', 'Prefer', 'Why', 'What the service does', 'When not to use it'];
/** Their examples would fill a page. */
const withoutExample = new Set(['formula-too-long', 'nesting-too-deep', 'too-many-statements']);

function found(text: string, page: string): readonly string[] {
  const { diagnostics } = lintFormula({ name: 'pool.autoscale', text }, exampleOptions(page));
  return diagnostics.map(({ code }) => code);
}

const ids = ruleTable.map(({ id }) => id);

describe('rule, test, page and index', () => {
  it('agree: every rule has a page, and every page a rule', () => {
    expect([...pageNames(pageFolder)].sort()).toEqual(ids);
  });

  it.each(rules.map(({ id }) => id))('%s has a source and a test of its name', (id) => {
    expect(existsSync(join(root, `src/lint/rules/${id}.ts`))).toBe(true);
    expect(existsSync(join(root, `test/lint/rules/${id}.test.ts`))).toBe(true);
  });

  it('the index is up to date (npm run generate:docs)', () => {
    expect(readFileSync(join(pageFolder, 'README.md'), 'utf8')).toBe(indexPage());
  });
});

describe.each(ids)('the page of %s', (id) => {
  const page = readPage(pageFolder, id);

  it('has its sections, and shows what poolscale prints (npm run generate:docs)', () => {
    const titles = [...page.matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(titles).toEqual(sections);
    for (const title of sections) expect(section(page, title).trim()).not.toBe('');
    expect(page).toBe(completePage(id, page));
  });
});

describe.each(ids.filter((id) => !withoutExample.has(id)))('the page of %s', (id) => {
  const page = readPage(pageFolder, id);

  it('has an example that the rule finds', () => {
    const avoid = examples(page, 'Avoid');
    expect(avoid).not.toEqual([]);
    for (const text of avoid) expect(found(text, page)).toContain(id);
  });

  it('has an example without any error or warning', () => {
    const prefer = examples(page, 'Prefer');
    expect(prefer).not.toEqual([]);
    for (const text of prefer) {
      const left = found(text, page);
      expect(left).not.toContain(id);
      expect(left.filter((code) => rulesById.get(code)!.level !== 'info')).toEqual([]);
    }
  });
});

const fixableIds = ids.filter((id) => rulesById.get(id)!.fixable === 'fix');

it.each(fixableIds)('%s has a fix after which it is content', (id) => {
  const page = readPage(pageFolder, id);
  for (const text of examples(page, 'Avoid')) {
    const { diagnostics } = lintFormula({ name: 'pool', text }, exampleOptions(page));
    const fixes = diagnostics
      .filter(({ code }) => code === id)
      .flatMap((diagnostic) => diagnostic.fixes ?? []);
    expect(fixes.length).toBeGreaterThan(0);
    expect(fixes.every(({ safe }) => safe)).toBe(true);
    expect(found(applyFixes(text, fixes), page)).not.toContain(id);
  }
});

// Without a configured limit no-upper-clamp has none to suggest.
const suggestingIds = ids.filter(
  (id) => rulesById.get(id)!.fixable === 'suggestion' && id !== 'no-upper-clamp',
);

it.each(suggestingIds)('%s has a suggestion', (id) => {
  const page = readPage(pageFolder, id);
  const [text] = examples(page, 'Avoid');
  const { diagnostics } = lintFormula({ name: 'pool', text: text! }, exampleOptions(page));
  const own = diagnostics.filter(({ code }) => code === id);
  expect(own.flatMap((diagnostic) => diagnostic.fixes ?? []).length).toBeGreaterThan(0);
});
