import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { renderDiagnostic } from '../../src/base/diagnostics/render.js';
import { lintFormula } from '../../src/lint/lint-formula.js';
import type { LintOptions } from '../../src/lint/lint-options.js';
import { ruleTable, rulesById, type RuleEntry } from '../../src/lint/rule-table.js';
import type { Category } from '../../src/lint/rule.js';
import { profileWith, type Profile } from '../../src/profile/profile.js';

export const pageFolder: string = join(
  fileURLToPath(new URL('../..', import.meta.url)),
  'docs/rules',
);

/** Ids of the pages that are there. */
export function pageNames(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .map((file) => file.replace(/\.md$/, ''));
}

export function readPage(folder: string, id: string): string {
  return readFileSync(join(folder, `${id}.md`), 'utf8');
}

/** Options under which the examples of a page are linted: `<!-- example: today 2026-04-01 -->`, `<!-- example: profile a=b -->`. */
export function exampleOptions(page: string): LintOptions {
  const [, kind, value] = /<!-- example: (today|profile) (\S+) -->/.exec(page) ?? [];
  if (kind === 'today') return { today: value! };
  if (kind !== 'profile') return {};
  const [name, setting] = value!.split('=') as [keyof Profile, string];
  return { profile: profileWith({ [name]: setting }) };
}

/** The text of a section of a page. */
export function section(page: string, title: string): string {
  const after = page.split(`\n## ${title}\n`)[1];
  return after === undefined ? '' : after.split('\n## ')[0]!;
}

/** The formulas of a section. */
export function examples(page: string, title: string): readonly string[] {
  const blocks = section(page, title).matchAll(/```autoscale\n([\s\S]*?)\n```/g);
  return [...blocks].map((block) => block[1]!);
}

const fixText: Readonly<Record<NonNullable<RuleEntry['fixable']>, string>> = {
  fix: 'fixed by `--fix`',
  suggestion: 'has a suggestion',
};

/** What is known of a rule beside its summary, in one line. */
function factsOf({ category, level, fixable, since, canIgnore, canTurnOff }: RuleEntry): string {
  const facts = [
    category,
    level,
    fixable === undefined ? undefined : fixText[fixable],
    canTurnOff ? undefined : 'cannot be turned off',
    canIgnore ? undefined : 'cannot be ignored',
    `since ${since}`,
  ];
  return facts.filter((fact) => fact !== undefined).join(' · ');
}

function sentence(summary: string): string {
  return `${summary[0]!.toUpperCase()}${summary.slice(1)}.`;
}

function output(text: string, options: LintOptions): string {
  const { diagnostics } = lintFormula({ name: 'pool.autoscale', text }, options);
  return diagnostics.map((diagnostic) => renderDiagnostic(diagnostic)).join('\n\n');
}

/** The page with its generated parts: the summary and facts below the title, and what poolscale prints for the formula to avoid. */
export function completePage(id: string, page: string): string {
  const rule = rulesById.get(id)!;
  const options = exampleOptions(page);
  const directive = /<!-- example: .* -->\n\n/.exec(page)?.[0] ?? '';
  const body = page.slice(page.indexOf('## Avoid\n'));
  const shown = body
    .replace(/\n```text\n[\s\S]*?\n```\n/, '')
    .replace(
      /```autoscale\n([\s\S]*?)\n```\n/,
      (block, text: string) => `${block}\n\`\`\`text\n${output(text, options)}\n\`\`\`\n`,
    );
  const example = examples(page, 'Avoid').length > 0 ? shown : body;
  return `# ${id}\n\n${sentence(rule.summary)}\n\n${factsOf(rule)}\n\n${directive}${example}`;
}

const categories: Readonly<Record<Category, string>> = {
  correctness: 'Correctness: the formula fails, or does nothing',
  suspicious: 'Suspicious: it runs and hardly does what was meant',
  reliability: 'Reliability: it depends on samples or behaviour that may be missing',
  cost: 'Cost: it pays for more nodes than it needs',
  performance: 'Performance',
  style: 'Style: it can be said more clearly',
  syntax: 'Syntax: it cannot be read',
};

/** docs/rules/README.md. */
export function indexPage(): string {
  const lines = Object.entries(categories).flatMap(([category, title]) => {
    const rules = ruleTable.filter((rule) => rule.category === category);
    if (rules.length === 0) return [];
    return [
      `## ${title}`,
      '',
      ...rules.map(({ id, level, fixable, summary }) => {
        const fix = fixable === undefined ? '' : `, ${fixable}`;
        return `- [${id}](${id}.md) (${level}${fix}): ${summary}`;
      }),
      '',
    ];
  });
  return [
    '# Rules',
    '',
    'What `poolscale check` reports. `poolscale explain <rule>` prints a page in the terminal, `poolscale rules` lists them all. A `fix` keeps the',
    'meaning and is applied by `--fix`; a `suggestion` may change it and is offered by editors. Comments hold findings back:',
    '',
    '```autoscale',
    '// poolscale-ignore unguarded-window -- on the line above a statement, or at the end of its line',
    '// poolscale-ignore-file last-sample-only, deprecated-name until 2026-12-31 -- for the whole formula',
    '```',
    '',
    ...lines.slice(0, -1),
    '',
  ].join('\n');
}
