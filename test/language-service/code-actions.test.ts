import { describe, expect, it } from 'vitest';

import { applyEdits } from '../../src/base/diagnostics/apply-edits.js';
import { codeActions, type CodeAction } from '../../src/language-service/index.js';
import { marked } from './marked-formula.js';

/** The actions at the cursor, and the text after one of them. */
function actionsAt(text: string): {
  readonly actions: readonly CodeAction[];
  readonly after: (title: string) => string | undefined;
} {
  const { document, cursor } = marked(text);
  const actions = codeActions(document, { start: cursor, end: cursor });
  return {
    actions,
    after: (title) => {
      const found = actions.find((each) => each.title === title);
      return found === undefined || found.kind === 'explain'
        ? undefined
        : applyEdits(document.source.text, found.edits);
    },
  };
}

describe('actions', () => {
  it('fix what has a fix, the safe one first of all', () => {
    const { actions } = actionsAt('|# why\n$TargetDedicatedNodes = 1;\n');
    const { document } = marked('# why\n$TargetDedicatedNodes = 1;\n');
    const fix = actions.find((each) => each.kind === 'fix' && each.preferred);
    expect(fix?.kind === 'fix' ? applyEdits(document.source.text, fix.edits) : '').toBe(
      '// why\n$TargetDedicatedNodes = 1;\n',
    );
  });

  it('fix all that is safe in the whole formula, wherever the cursor is', () => {
    const { after } = actionsAt('# one\na = 1;\n# two\n$TargetDedicatedNodes = |b;\n');
    expect(after('fix all that is safe to fix')).toBe(
      '// one\na = 1;\n// two\n$TargetDedicatedNodes = b;\n',
    );
  });

  it('ignore a warning on the line above it, indented as the line is', () => {
    const { after } = actionsAt(
      'a = 1;\n  $TargetDedicatedNodes = min(|$PendingTasks.GetSample(1), a);\n',
    );
    expect(after('ignore last-sample-only here')).toBe(
      'a = 1;\n  // poolscale-ignore last-sample-only\n  $TargetDedicatedNodes = min($PendingTasks.GetSample(1), a);\n',
    );
  });

  it('explain errors, which cannot be ignored', () => {
    const { actions } = actionsAt('$TargetDedicatedNodes = |cout;\n');
    expect(actions.map(({ kind }) => kind)).toContain('explain');
    expect(actions.map(({ kind }) => kind)).not.toContain('ignore');
  });

  it('are none beside a diagnostic', () => {
    expect(actionsAt('|a = 1;\n$TargetDedicatedNodes = a;\n').actions).toEqual([]);
  });
});

it('an ignored warning is gone', () => {
  const { document } = marked(
    '// poolscale-ignore last-sample-only\n$TargetDedicatedNodes = min($PendingTasks.GetSample(1), 5);\n$NodeDeallocationOption = taskcompletion;\n',
  );
  expect(document.diagnostics().map(({ code }) => code)).not.toContain('last-sample-only');
});
