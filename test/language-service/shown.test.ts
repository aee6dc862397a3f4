import { describe, expect, it } from 'vitest';

import {
  codeLenses,
  documentSymbols,
  foldingRanges,
  formattingEdits,
  hover,
  inlayHints,
  selectionRanges,
  semanticTokens,
  signatureHelp,
  type LiveValues,
} from '../../src/language-service/index.js';
import { marked, textsOf } from './marked-formula.js';

const live: LiveValues = {
  label: '09:15:00',
  variables: new Map([
    ['n', '12'],
    ['$TargetDedicatedNodes', '3'],
  ]),
  samples: new Map([['$PendingTasks', '40']]),
};

describe('hover', () => {
  it.each([
    ['a = [[$Pending|Tasks]].Count();', 'Tasks that wait or run'],
    ['a = [[$Target|Dedicated]];', 'The current name is `$TargetDedicatedNodes`'],
    ['a = [[av|g]](1);', 'avg(values: doubleVecList): double'],
    ['a = $PendingTasks.[[GetSample|]](1);', 'GetSample(start: window, end: window'],
    ['a = time().[[ho|ur]];', 'Hour, 0 to 23'],
    ['a = [[TimeInterval_|Minute]];', 'One minute'],
    ['$NodeDeallocationOption = [[task|completion]];', 'Let running tasks finish'],
    ['a = 1; a = time(); b = [[|a]];', 'a: timestamp'],
    ['[[|a]] = 1; a = time(); b = a;', 'a: double'],
  ])('%s', (text, part) => {
    const { document, cursor, ranges } = marked(text);
    const found = hover(document, cursor);
    expect(found?.span).toEqual(ranges[0]);
    expect(found?.markdown).toContain(part);
  });

  it('shows the live value', () => {
    const { document, cursor } = marked('a = |$PendingTasks.Count();');
    expect(hover(document, cursor, live)?.markdown).toContain('`40` at 09:15:00');
  });

  it.each(['a |= 1;', 'a = 1|2;', 'a = |noSuchFunction(1);', '// $Pending|Tasks'])(
    'shows nothing for %s',
    (text) => {
      const { document, cursor } = marked(text);
      expect(hover(document, cursor)).toBeUndefined();
    },
  );
});

describe('signature help', () => {
  it.each([
    ['a = percentile(v, |', 0, 1],
    ['a = $PendingTasks.GetSample(|', 0, 0],
    ['a = $PendingTasks.GetSample(TimeInterval_Minute, |', 1, 1],
    ['a = $PendingTasks.GetSample(x, y, |)', 2, 2],
    ['a = max(1, (2 + |', 0, 0],
    ['a = val(max(1, 2), |', 0, 1],
  ])('%s', (text, activeSignature, activeParameter) => {
    const { document, cursor } = marked(text);
    expect(signatureHelp(document, cursor)).toMatchObject({ activeSignature, activeParameter });
  });

  it('names the ranges of the parameters in its label', () => {
    const { document, cursor } = marked('a = percentile(|');
    const [signature] = signatureHelp(document, cursor)!.signatures;
    const texts = signature!.parameters.map(({ start, end }) => signature!.label.slice(start, end));
    expect(texts).toEqual(['v: doubleVec', 'p: double']);
  });

  it.each(['a = 1|;', 'a = avg(1);|', 'a = (1 + |', 'a = avg(1 // |', 'a = foo(|'])(
    'is not there in %s',
    (text) => {
      const { document, cursor } = marked(text);
      expect(signatureHelp(document, cursor)).toBeUndefined();
    },
  );
});

describe('inlay hints', () => {
  it('are types, parameters and live values', () => {
    const { document } = marked(
      'n = val($PendingTasks.GetSample(1), 0);\n$TargetDedicatedNodes = n;',
    );
    expect(inlayHints(document, { live })).toEqual([
      { offset: 1, label: ': double', kind: 'type' },
      { offset: 8, label: 'v:', kind: 'parameter' },
      { offset: 36, label: 'i:', kind: 'parameter' },
      { offset: 38, label: '= 12', kind: 'value' },
      { offset: 65, label: '= 3', kind: 'value' },
    ]);
  });

  it('stay within a range', () => {
    const { document, ranges } = marked('a = 1; [[b = 2;]]');
    expect(inlayHints(document, { range: ranges[0]! })).toHaveLength(1);
  });

  it('are there for the statements beside a broken one', () => {
    const { document } = marked('a = (1; b = time();');
    expect(inlayHints(document).map(({ label }) => label)).toEqual([': timestamp']);
  });
});

it('document symbols are the assignments', () => {
  const { document } = marked('a = 1;\n$TargetDedicatedNodes = a;\nb = (;\nstop();');
  expect(documentSymbols(document)).toMatchObject([
    { name: 'a', detail: 'double', kind: 'variable' },
    { name: '$TargetDedicatedNodes', detail: 'nodes', kind: 'target' },
    { name: 'b', kind: 'variable' },
  ]);
});

it('statements of several lines and blocks of comments fold', () => {
  const { document } = marked('// one\n// two\na = 1; // three\nb = a\n  ? 1\n  : 2;\n');
  expect(foldingRanges(document)).toEqual([
    { startLine: 1, endLine: 2, kind: 'comment' },
    { startLine: 4, endLine: 6, kind: 'statement' },
  ]);
});

it('selection grows from the name to the whole text', () => {
  const { document, cursor } = marked('a = max(1, b|b + 2) * 3; c = 4;');
  expect(textsOf(document, selectionRanges(document, cursor))).toEqual([
    'bb',
    'bb + 2',
    'max(1, bb + 2)',
    'max(1, bb + 2) * 3',
    'a = max(1, bb + 2) * 3',
    'a = max(1, bb + 2) * 3; c = 4;',
  ]);
});

it('semantic tokens tell what a name means', () => {
  const { document } = marked(
    'round = round(1); // why\n$TargetDedicated = $PendingTasks.Count() + time("").hour;\n$NodeDeallocationOption = requeue;',
  );
  const shown = semanticTokens(document).map(
    ({ span, type, modifiers }) =>
      `${document.source.text.slice(span.start, span.end)} ${[type, ...modifiers].join(' ')}`,
  );
  expect(shown).toEqual([
    'round variable declaration',
    '= operator',
    'round function defaultLibrary',
    '1 number',
    '// why comment',
    '$TargetDedicated variable defaultLibrary deprecated',
    '= operator',
    '$PendingTasks variable defaultLibrary readonly',
    'Count method defaultLibrary',
    '+ operator',
    'time function defaultLibrary',
    '"" string',
    'hour property defaultLibrary readonly',
    '$NodeDeallocationOption variable defaultLibrary',
    '= operator',
    'requeue enumMember defaultLibrary readonly',
  ]);
});

describe('formatting', () => {
  it('replaces only the part that changes', () => {
    const { document } = marked('a = 1;\nb=2;\nc = 3;\n');
    const [edit, ...more] = formattingEdits(document);
    expect(more).toEqual([]);
    expect(textsOf(document, [edit!.span])).toEqual(['=']);
    expect(edit!.newText).toBe(' = ');
  });

  it('leaves a broken formula and a formatted one alone', () => {
    expect(formattingEdits(marked('a=(1;').document)).toEqual([]);
    expect(formattingEdits(marked('a = 1;\n').document)).toEqual([]);
  });
});

it('code lenses stand on the first statement of a formula that can run', () => {
  const { document } = marked('// why\n$TargetDedicatedNodes = 1;');
  expect(codeLenses(document).map(({ command }) => command)).toEqual(['evaluate', 'simulate']);
  expect(codeLenses(marked('a = (1;').document)).toEqual([]);
});
