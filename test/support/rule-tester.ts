import { expect } from 'vitest';

import type { Fix } from '../../src/base/diagnostics/diagnostic.js';
import { lintFormula } from '../../src/lint/lint-formula.js';
import type { LintOptions } from '../../src/lint/lint-options.js';

/** What a test says of one rule and one formula. */
export interface RuleExpectation {
  /** Nothing of this rule; other rules may find what they like. */
  readonly toBeClean: () => void;
  /** One finding for each given text: the text of the formula that is marked. */
  readonly toReport: (...marked: readonly string[]) => void;
  /** The messages of the findings. */
  readonly toSay: (...messages: readonly (string | RegExp)[]) => void;
  /** The levels of the findings. */
  readonly toHaveLevels: (...levels: readonly string[]) => void;
  /** The formula after the first fix of each finding; the fix is safe, or a suggestion, as the rule says it is. */
  readonly toBeFixedTo: (fixed: string, kind: 'fix' | 'suggestion') => void;
}

/** The text after fixes whose edits do not overlap. */
export function applyFixes(text: string, fixes: readonly Fix[]): string {
  const edits = fixes.flatMap((fix) => fix.edits).sort((a, b) => b.span.start - a.span.start);
  return edits.reduce(
    (left, { span, newText }) => left.slice(0, span.start) + newText + left.slice(span.end),
    text,
  );
}

/** Tests of one rule: `const { code } = ruleTester('unguarded-window'); code('...').toReport('...')`. */
export function ruleTester(
  rule: string,
  options: LintOptions = {},
): { readonly code: (text: string) => RuleExpectation } {
  return {
    code(text) {
      const { diagnostics } = lintFormula({ name: 'formula', text }, options);
      const found = diagnostics.filter((diagnostic) => diagnostic.code === rule);
      return {
        toBeClean() {
          expect(found.map(({ message }) => message)).toEqual([]);
        },
        toReport(...marked) {
          expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(marked);
        },
        toSay(...messages) {
          expect(found).toHaveLength(messages.length);
          for (const [index, message] of messages.entries())
            expect(found[index]!.message).toMatch(message);
        },
        toHaveLevels(...levels) {
          expect(found.map(({ severity }) => severity)).toEqual(levels);
        },
        toBeFixedTo(fixed, kind) {
          const fixes = found.flatMap((diagnostic) => diagnostic.fixes?.[0] ?? []);
          expect(fixes.map(({ safe }) => safe)).toEqual(found.map(() => kind === 'fix'));
          expect(applyFixes(text, fixes)).toBe(fixed);
        },
      };
    },
  };
}
