import fc, { type Arbitrary } from 'fast-check';

/**
 * Random formulas, as lists of tokens. Programs are well-typed: each first gives every user variable a value of its type,
 * then assigns and reads them at will. Sampled variables are read by count, by window and behind guards.
 */
export type Tokens = readonly string[];

const variablesOf = {
  double: ['$a', 'b', 'ratio', '$round'],
  doubleVec: ['v', '$samples'],
  timeinterval: ['span', '$i'],
  timestamp: ['now', '$t'],
} as const;

type VariableType = keyof typeof variablesOf;

const metrics = ['$ActiveTasks', '$RunningTasks', '$PendingTasks', '$CPUPercent', '$FailedTasks'];
const scalars = ['$CurrentDedicatedNodes', '$TaskSlotsPerNode', '$TargetDedicatedNodes'];
const intervals = ['TimeInterval_Second', 'TimeInterval_Minute', 'TimeInterval_Hour'];
const doubleOperators = '+ - * / < <= > >= == != && ||'.split(' ');

/** One depth for all types, so that expressions stay readable; at its end each type takes its first alternative. */
const depth = { maxDepth: 5, depthSize: 'small', depthIdentifier: 'formula' } as const;

const number: Arbitrary<Tokens> = fc.oneof(
  fc.constantFrom('0', '1', '2', '70', '0.5', '16777216', '007').map((text) => [text]),
  fc.nat({ max: 999 }).map((value) => [String(value)]),
  fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 999 })).map(([whole, part]) => [`${whole}.${part}`]),
);

function oneName(names: readonly string[]): Arbitrary<Tokens> {
  return fc.constantFrom(...names).map((name) => [name]);
}

/** Parts in sequence; strings are tokens. */
function all(...parts: readonly (string | Arbitrary<Tokens>)[]): Arbitrary<Tokens> {
  const arbitraries = parts.map((part) => (typeof part === 'string' ? fc.constant([part]) : part));
  return fc.tuple(...arbitraries).map((lists) => lists.flat());
}

function separated(
  element: Arbitrary<Tokens>,
  separator: Arbitrary<string>,
  maxLength: number,
): Arbitrary<Tokens> {
  return fc
    .array(fc.tuple(separator, element), { minLength: 1, maxLength })
    .map((pairs) =>
      pairs.flatMap(([before, tokens], at) => (at === 0 ? tokens : [before, ...tokens])),
    );
}

type Expressions = Record<VariableType | 'atom' | 'chain' | 'vectorAtom' | 'span', Tokens>;

/** Expressions of each type. With `variables` false they read no user variable. */
function expressions(variables: boolean): fc.LetrecValue<Expressions> {
  const comma = fc.constant(',');
  const variable = (type: VariableType): Arbitrary<Tokens>[] =>
    variables ? [oneName(variablesOf[type])] : [];
  return fc.letrec<Expressions>((tie) => {
    const { double, doubleVec, timeinterval, timestamp, atom, chain, vectorAtom, span } = {
      double: tie('double'),
      doubleVec: tie('doubleVec'),
      timeinterval: tie('timeinterval'),
      timestamp: tie('timestamp'),
      atom: tie('atom'),
      chain: tie('chain'),
      vectorAtom: tie('vectorAtom'),
      span: tie('span'),
    };
    const metric = oneName(metrics);
    const window = all(number, '*', oneName(intervals));
    const list = separated(fc.oneof(double, doubleVec), comma, 3);
    const ternary = (branch: Arbitrary<Tokens>): Arbitrary<Tokens> =>
      all('(', chain, '?', branch, ':', branch, ')');
    const prefixes = fc.array(fc.constantFrom('-', '!'), { minLength: 1, maxLength: 3 });
    return {
      atom: fc.oneof(
        depth,
        number,
        oneName(scalars),
        ...variable('double'),
        all('(', double, ')'),
        all(prefixes, atom),
        all(
          fc.constantFrom('avg', 'max', 'min', 'sum', 'len').map((name) => [name]),
          '(',
          list,
          ')',
        ),
        all(metric, '.', 'GetSamplePercent', '(', window, ')'),
        all(metric, '.', 'Count', '(', ')'),
        all(
          'time',
          '(',
          ')',
          '.',
          fc.constantFrom('hour', 'weekday', 'day').map((name) => [name]),
        ),
        ternary(double),
        guarded(metric, window),
      ),
      /** Doubles without a ternary outside parentheses. */
      chain: fc.oneof(
        depth,
        atom,
        separated(atom, fc.constantFrom(...doubleOperators), 5),
        all(timeinterval, '<', timeinterval),
        all(timestamp, '>=', timestamp),
      ),
      double: fc.oneof(depth, chain, all(chain, '?', double, ':', double)),
      vectorAtom: fc.oneof(
        depth,
        all(metric, '.', 'GetSample', '(', number, ')'),
        all(metric, '.', 'GetSample', '(', window, ',', '0', ')'),
        ...variable('doubleVec'),
        all('vec', '(', list, ')'),
        all('(', doubleVec, ')'),
      ),
      doubleVec: fc.oneof(
        depth,
        vectorAtom,
        all(
          vectorAtom,
          fc.constantFrom('+', '-', '*', '/').map((name) => [name]),
          atom,
        ),
        ternary(vectorAtom),
      ),
      span: fc.oneof(
        depth,
        oneName(intervals),
        ...variable('timeinterval'),
        all(atom, '*', oneName(intervals)),
        all('(', timeinterval, ')'),
        ternary(oneName(intervals)),
        all('-', oneName(intervals)),
      ),
      timeinterval: separated(span, fc.constantFrom('+', '-'), 3),
      timestamp: fc.oneof(
        depth,
        all('time', '(', ')'),
        all('time', '(', '"2026-03-02T08:00:00Z"', ')'),
        ...variable('timestamp'),
        all('(', timestamp, '+', span, ')'),
      ),
    };
  });
}

/** The guard idiom: samples are only asked for when there are enough of them. */
function guarded(metric: Arbitrary<Tokens>, window: Arbitrary<Tokens>): Arbitrary<Tokens> {
  return fc
    .tuple(metric, window, number, number)
    .map(([name, span, percent, otherwise]) => [
      ...['(', ...name, '.', 'GetSamplePercent', '(', ...span, ')', '<', ...percent, '?'],
      ...[...otherwise, ':', 'avg', '(', ...name, '.', 'GetSample', '(', ...span, ')', ')', ')'],
    ]);
}

const types = Object.keys(variablesOf) as VariableType[];

function assignmentTo(name: string, value: Arbitrary<Tokens>): Arbitrary<Tokens> {
  return all(name, '=', value, ';');
}

/** First statements: each user variable gets a value. */
const prologue: Arbitrary<Tokens> = (() => {
  const values = expressions(false);
  return all(
    ...types.flatMap((type) => variablesOf[type].map((name) => assignmentTo(name, values[type]))),
  );
})();

const laterStatement: Arbitrary<Tokens> = (() => {
  const values = expressions(true);
  return fc.oneof(
    ...types.flatMap((type) => variablesOf[type].map((name) => assignmentTo(name, values[type]))),
    assignmentTo('$TargetDedicatedNodes', values.double),
    assignmentTo('$TargetLowPriorityNodes', values.double),
    assignmentTo(
      '$NodeDeallocationOption',
      oneName(['requeue', 'terminate', 'taskcompletion', 'retaineddata']),
    ),
    all(values.double, ';'),
  );
})();

/** Well-typed programs of 11 to 17 statements. */
export const programTokens: Arbitrary<Tokens> = fc
  .tuple(prologue, fc.array(laterStatement, { minLength: 1, maxLength: 7 }))
  .map(([first, later]) => [...first, ...later.flat()]);

/** One to three statements that read variables which nobody assigned: syntax without types. */
export const statementTokens: Arbitrary<Tokens> = fc
  .array(laterStatement, { minLength: 1, maxLength: 3 })
  .map((statements) => statements.flat());

/** Tokens on one line. */
export function plainText(tokens: Tokens): string {
  return tokens.join(' ');
}

const gapTexts = ['', ' ', '  ', '\t', '\n', '\r\n', '\n\n\n', '\n    '];
const comments = ['// why\n', '  // "quoted" $x == 1;\r\n', '//\n', '\n// on its own line\n\n'];
const blockComments = ['/* inline */', '/* two\n * lines */', '\n/* before */ '];

export interface LayoutChoices {
  readonly blockComments: boolean;
}

/** The text of some tokens in an odd layout: any white space, comments anywhere, the last semicolon perhaps left out. */
export function messyText(
  tokens: Arbitrary<Tokens>,
  choices: LayoutChoices = { blockComments: false },
): Arbitrary<string> {
  const gap = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...gapTexts) },
    { weight: 1, arbitrary: fc.constantFrom(...comments) },
    ...(choices.blockComments ? [{ weight: 1, arbitrary: fc.constantFrom(...blockComments) }] : []),
  );
  return tokens.chain((list) =>
    fc
      .tuple(
        fc.array(gap, { minLength: list.length + 1, maxLength: list.length + 1 }),
        fc.boolean(),
      )
      .map(([gaps, lastSemicolon]) => {
        const kept = lastSemicolon || list.at(-1) !== ';' ? list : list.slice(0, -1);
        const parts = kept.map((token, at) => {
          const between = gaps[at]!;
          return needed(kept[at - 1], between, token) + between + token;
        });
        return parts.join('') + gaps.at(-1)!;
      }),
  );
}

/** The space without which two tokens would be read as others. */
function needed(previous: string | undefined, gap: string, token: string): string {
  if (previous === undefined) return '';
  const joined = previous + token;
  if (gap === '' && (/^[\w$.]+$/.test(joined) || /^[<>=!&|]=$/.test(joined))) return ' ';
  // A division before a comment would be another comment.
  return previous === '/' && gap.startsWith('/') ? ' ' : '';
}
