import { describe, expect, it } from 'vitest';

import { completion } from '../../src/language-service/index.js';
import { marked } from './marked-formula.js';

function labels(text: string): string[] {
  const { document, cursor } = marked(text);
  return completion(document, cursor).items.map(({ label }) => label);
}

describe('what is offered', () => {
  it.each([
    [
      'after the dot of a sampled variable: its methods, no members',
      '$n = $PendingTasks.|;',
      'GetSample',
      'hour',
    ],
    [
      'after the dot of a timestamp: its members, no methods',
      'now = time(); x = now.|',
      'weekday',
      'GetSample',
    ],
    ['after the dot of a call: members', 'x = time().|', 'hour', 'GetSample'],
    [
      'for the deallocation option: its values only',
      '$NodeDeallocationOption = |',
      'taskcompletion',
      'avg',
    ],
    [
      'in a branch of the deallocation option too',
      '$NodeDeallocationOption = a ? | : requeue;',
      'terminate',
      'avg',
    ],
    [
      'at the start of a statement: what can be assigned',
      'a = 1;\n|',
      '$TargetDedicatedNodes',
      '$PendingTasks',
    ],
    ['in an expression: functions, no deallocation values', 'a = |', 'avg', 'requeue'],
    [
      'in an expression: variables that were assigned before',
      'early = 1; a = |; late = 2;',
      'early',
      'late',
    ],
    [
      'in an argument: interval constants',
      '$n = $PendingTasks.GetSample(5 * |',
      'TimeInterval_Minute',
      'requeue',
    ],
  ])('%s', (_, text, offered, notOffered) => {
    expect(labels(text)).toContain(offered);
    expect(labels(text)).not.toContain(notOffered);
  });

  it.each(['a = 1; // what |', 'a = time("20|26");', 'a = 12|;'])('nothing in %s', (text) => {
    expect(labels(text)).toEqual([]);
  });

  it('names whole idioms', () => {
    expect(labels('|')).toContain('guarded average');
    expect(labels('a = |')).toContain('clamp');
  });
});

describe('what is replaced', () => {
  it.each([
    ['a = [[$Pend]]|ing;', '$Pend'],
    ['a = $PendingTasks.[[GetS]]|', 'GetS'],
    ['a = [[$]]|', '$'],
  ])('%s', (text) => {
    const { document, cursor, ranges } = marked(text.replace('|ing', '|'));
    expect(completion(document, cursor).replace).toEqual(ranges[0]);
  });

  it('an empty range where no name has begun', () => {
    const { document, cursor } = marked('a = |;');
    expect(completion(document, cursor).replace).toEqual({ start: cursor, end: cursor });
  });
});

it('old names are marked and come last', () => {
  const { document, cursor } = marked('|');
  const { items } = completion(document, cursor);
  const sorted = [...items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
  expect(items.find(({ label }) => label === '$TVMDeallocationOption')?.deprecated).toBe(true);
  expect(sorted.at(-1)?.deprecated).toBe(true);
});

it('a snippet keeps dollar signs of names apart from its tab stops', () => {
  const { document, cursor } = marked('|');
  const target = completion(document, cursor).items.find(
    ({ label }) => label === '$TargetDedicatedNodes',
  );
  expect(target).toMatchObject({ insertText: '\\$TargetDedicatedNodes = $0;', snippet: true });
});
