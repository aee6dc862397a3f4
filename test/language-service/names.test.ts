import { describe, expect, it } from 'vitest';

import { definition, references, rename, renameRange } from '../../src/language-service/index.js';
import { marked, textsOf } from './marked-formula.js';

describe('references', () => {
  it('are all places of a variable', () => {
    const { document, cursor, ranges } = marked('[[a]] = 1; b = [[|a]] + [[a]]; c = aa + $a;');
    expect(references(document, cursor).map(({ span }) => span)).toEqual(ranges);
  });

  it('are found in broken statements', () => {
    const { document, cursor, ranges } = marked('[[a]] = (1; b = [[a]] + + ; c = max([[|a]], ');
    expect(references(document, cursor).map(({ span }) => span)).toEqual(ranges);
  });

  it('tell a variable from the function and the member of the same name', () => {
    const { document, cursor, ranges } = marked(
      '[[round]] = 1; b = round([[|round]]); hour = 2; c = time().hour;',
    );
    expect(references(document, cursor).map(({ span }) => span)).toEqual(ranges);
  });

  it('are none beside a name', () => {
    const { document, cursor } = marked('a = 1 |+ 2;');
    expect(references(document, cursor)).toEqual([]);
  });
});

describe('definition', () => {
  it.each([
    ['the last assignment before', 'a = 1; [[a]] = 2; b = |a; a = 3;'],
    ['the assignment itself', '[[|a]] = 1;'],
    ['the first one where none is before', 'b = |a; [[a]] = 1;'],
    ['that of a target', '[[$TargetDedicatedNodes]] = 1; a = |$TargetDedicatedNodes;'],
  ])('%s', (_, text) => {
    const { document, cursor, ranges } = marked(text);
    expect(definition(document, cursor)).toEqual(ranges[0]);
  });

  it('of a read-only service variable there is none', () => {
    const { document, cursor } = marked('a = |$PendingTasks.GetSample(1);');
    expect(definition(document, cursor)).toBeUndefined();
  });
});

describe('rename', () => {
  it('changes every place', () => {
    const { document, cursor, ranges } = marked('[[|a]] = 1; b = [[a]]; a2 = 3;');
    const result = rename(document, cursor, '$nodes');
    expect(result).toEqual({
      ok: true,
      edits: ranges.map((span) => ({ span, newText: '$nodes' })),
    });
    expect(textsOf(document, [renameRange(document, cursor)!])).toEqual(['a']);
  });

  it.each([
    ['a = 1; b = |a;', 'b', 'b is already a variable of this formula'],
    ['|a = 1;', '$PendingTasks', '$PendingTasks has a meaning of its own in formulas'],
    ['|a = 1;', 'avg', 'avg has a meaning of its own in formulas'],
    ['|a = 1;', 'true', 'true has a meaning of its own in formulas'],
    ['|a = 1;', '1a', '"1a" is no name: letters, digits and _, after an optional $'],
    ['a = |$PendingTasks.Count();', 'n', 'only variables of the formula itself can be renamed'],
    ['a = |avg(1);', 'n', 'only variables of the formula itself can be renamed'],
  ])('%s to %s: %s', (text, name, reason) => {
    const { document, cursor } = marked(text);
    expect(rename(document, cursor, name)).toEqual({ ok: false, reason });
  });
});
