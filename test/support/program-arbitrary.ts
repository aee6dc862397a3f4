import fc, { type Arbitrary } from 'fast-check';

import { functions } from '../../src/language/functions.js';
import { memberNames } from '../../src/language/members.js';
import { binaryRows, unaryRows } from '../../src/language/operators.js';
import type { Signature } from '../../src/language/signature.js';
import type { StaticType, ValueType } from '../../src/language/static-type.js';
import { profileWith, type Profile } from '../../src/profile/profile.js';
import { switchNames, switchTable } from '../../src/profile/switch-table.js';

/**
 * Random programs over every built-in, overload, operator row, member and method: what the tables of the language gain, these
 * programs gain. A share of them fails, stops or mixes types, on purpose.
 */
type Texts = Record<Exclude<ValueType, 'deallocationOption'>, string>;
type Ties = { [T in keyof Texts]: Arbitrary<string> };

const metrics = [
  '$ActiveTasks',
  '$RunningTasks',
  '$PendingTasks',
  '$CPUPercent',
  '$UsableNodeCount',
];

const variables: Readonly<Record<keyof Texts, readonly string[]>> = {
  double: ['d', 'Total', 'total'],
  doubleVec: ['v', 'w'],
  string: ['s'],
  timestamp: ['t'],
  timeinterval: ['i', 'j'],
};

/** Arguments that fit a signature of the table of functions. */
function callsOf(name: string, { parameters }: Signature, ties: Ties): Arbitrary<string> {
  const lists = parameters.map(({ type, optional }): Arbitrary<string[]> => {
    switch (type) {
      case 'doubleVecList':
        return fc.array(fc.oneof(ties.double, ties.doubleVec), { maxLength: 3 });
      case 'window':
        return fc.oneof(ties.timeinterval, ties.timestamp).map((text) => [text]);
      case 'double':
      case 'doubleVec':
      case 'string': {
        const one = ties[type].map((text) => [text]);
        return optional === true ? fc.oneof(one, fc.constant<string[]>([])) : one;
      }
    }
  });
  return fc.tuple(...lists).map((parts) => `${name}(${parts.flat().join(', ')})`);
}

/** Every way to a value of one type: rows of the tables of operators and functions. */
function fromTables(type: StaticType, ties: Ties): Arbitrary<string>[] {
  const known = (side: StaticType): side is keyof Texts => Object.hasOwn(ties, side);
  const binary = binaryRows.flatMap(({ left, operators, right, result }) =>
    result === type && known(left) && known(right)
      ? [
          fc
            .tuple(ties[left], fc.constantFrom(...operators), ties[right])
            .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
        ]
      : [],
  );
  const unary = unaryRows.flatMap(({ operators, operand, result }) =>
    result === type && known(operand)
      ? [
          fc
            .tuple(fc.constantFrom(...operators), ties[operand])
            .map(([operator, a]) => `${operator}${a}`),
        ]
      : [],
  );
  const calls = Object.entries(functions).flatMap(([name, { signatures }]) =>
    signatures
      .filter(({ result }) => result === type)
      .map((signature) => callsOf(name, signature, ties)),
  );
  return [...binary, ...unary, ...calls];
}

function chain(operand: Arbitrary<string>, operators: readonly string[]): Arbitrary<string> {
  const link = fc.tuple(fc.constantFrom(...operators), operand);
  return fc
    .tuple(operand, fc.array(link, { minLength: 1, maxLength: 4 }))
    .map(([first, links]) => `(${first}${links.map(([o, x]) => ` ${o} ${x}`).join('')})`);
}

function oneOf(
  type: keyof Texts,
  first: readonly string[],
  ties: Ties,
  more: readonly Arbitrary<string>[],
): Arbitrary<string> {
  const branches = fc
    .tuple(ties.double, ties[type], ties[type])
    .map(([condition, a, b]) => `(${condition} ? ${a} : ${b})`);
  return fc.oneof(
    { maxDepth: 4, depthSize: 'small', depthIdentifier: 'program' },
    { weight: 6, arbitrary: fc.constantFrom(...first, ...variables[type]) },
    ...fromTables(type, ties),
    branches,
    ...more,
  );
}

const texts: fc.LetrecValue<Texts> = fc.letrec<Texts>((tie) => {
  const ties: Ties = {
    double: tie('double'),
    doubleVec: tie('doubleVec'),
    string: tie('string'),
    timestamp: tie('timestamp'),
    timeinterval: tie('timeinterval'),
  };
  const metric = fc.constantFrom(...metrics);
  const near = fc
    .tuple(fc.nat({ max: 45 }), fc.constantFrom('Second', 'Minute'))
    .map(([n, unit]) => `TimeInterval_${unit} * ${n}`);
  const end = fc.oneof(
    { weight: 4, arbitrary: near },
    near.map((interval) => `time() + -(${interval})`),
    ties.timeinterval,
    ties.timestamp,
  );
  const ends = fc.array(end, { minLength: 1, maxLength: 2 });
  const count = fc.oneof(fc.integer({ min: 0, max: 9 }).map(String), ties.double);
  const samples = fc.oneof(
    fc.tuple(metric, count).map(([m, n]) => `${m}.GetSample(${n})`),
    fc
      .tuple(metric, ends, fc.constantFrom('', '0', '30', '70', '101'))
      .map(
        ([m, list, percent]) => `${m}.GetSample(${[...list, percent].filter(Boolean).join(', ')})`,
      ),
    fc
      .tuple(metric, ends, ties.double)
      .map(([m, list, p]) => `${m}.GetSample(${list.join()}, ${p})`),
  );
  const reduced = fc
    .tuple(fc.constantFrom('avg', 'sum', 'min', 'max', 'len'), samples, ties.double, fc.boolean())
    .map(([name, list, x, two]) => (two ? `${name}(${x}, ${list})` : `${name}(${list})`));
  return {
    double: oneOf(
      'double',
      ['0', '1', '2.5', '70', '$CurrentDedicatedNodes', '$TargetDedicatedNodes'],
      ties,
      [
        fc.tuple(metric, ends).map(([m, list]) => `${m}.GetSamplePercent(${list.join(', ')})`),
        metric.map((m) => `${m}.Count()`),
        fc
          .tuple(ties.timestamp, fc.constantFrom(...memberNames.keys()))
          .map(([t, member]) => `(${t}).${member}`),
        ...[reduced, reduced, reduced],
        chain(ties.double, ['+', '-', '*', '/', '&&', '||']),
        chain(ties.double, ['&&', '||']),
        fc.constantFrom('$TaskSlotsPerNode', '$CurrentLowPriorityNodes', '$TargetLowPriorityNodes'),
        // What the checker only types for the worst, and what fails.
        fc.tuple(ties.double, ties.doubleVec).map(([a, b]) => `(${a} ? ${a} : ${b})`),
        fc.tuple(ties.double, ties.doubleVec).map(([a, b]) => `(${a} * ${b})`),
        fc.tuple(ties.double, ties.string).map(([a, b]) => `(${a} ? ${a} : ${b})`),
        fc.constantFrom('nobody', 'stop()', '$ActiveTasks', '$UsableNodeCount', 's.GetSample(1)'),
        fc.tuple(ties.timestamp, ties.string).map(([a, b]) => `(d ? ${a} : ${b}).hour`),
        ties.doubleVec,
      ],
    ),
    doubleVec: oneOf('doubleVec', ['$ActiveTasks.GetSample(3)', 'vec(1, 2.5, 4)'], ties, [samples]),
    string: oneOf('string', ['"a"', '"B"', '""', '"2026-03-02T08:00:00Z"'], ties, []),
    timestamp: oneOf('timestamp', ['time()', 'time("2026-03-01T08:00:00Z")'], ties, [
      metric.map((m) => `${m}.HistoryBeginTime()`),
    ]),
    timeinterval: oneOf(
      'timeinterval',
      ['TimeInterval_Zero', 'TimeInterval_Minute', 'TimeInterval_Hour', 'TimeInterval_Year'],
      ties,
      [metric.map((m) => `${m}.GetSamplePeriod()`), near.map((text) => `(${text})`)],
    ),
  };
});

const types = Object.keys(variables) as (keyof Texts)[];
const options = ['requeue', 'terminate', 'taskcompletion', 'retaineddata'];

/** First statements: every variable has a value of its type. */
const prologue =
  'd = 3; Total = 0.5; total = 2; v = $ActiveTasks.GetSample(2); w = vec(1, 2); s = "a"; t = time(); i = TimeInterval_Minute; j = 90 * TimeInterval_Second; o = requeue; ';

const statement: Arbitrary<string> = fc.oneof(
  ...types.map((type) =>
    fc
      .tuple(fc.constantFrom(...variables[type]), texts[type])
      .map(([name, x]) => `${name} = ${x};`),
  ),
  // A variable that changes its type.
  fc
    .tuple(fc.constantFrom('x', 'y'), fc.oneof(...types.map((type) => texts[type])))
    .map(([name, x]) => `${name} = ${x};`),
  fc
    .tuple(
      fc.constantFrom('$TargetDedicatedNodes', '$TargetLowPriorityNodes', '$TargetDedicated'),
      texts.double,
    )
    .map(([name, x]) => `${name} = ${x};`),
  fc
    .tuple(texts.double, fc.constantFrom(...options), fc.constantFrom(...options))
    .map(([x, a, b]) => `$NodeDeallocationOption = ${x} ? ${a} : ${b};`),
  fc.constantFrom('o = $NodeDeallocationOption;', '$NodeDeallocationOption = o;', 'o = requeue;'),
  texts.double.map((x) => `${x};`),
);

export const programText: Arbitrary<string> = fc
  .array(statement, { minLength: 1, maxLength: 6 })
  .map((list) => prologue + list.join(' '));

/** A profile with a few switches of no default. */
export const profile: Arbitrary<Profile> = fc
  .array(
    fc.constantFrom(...switchNames).chain((name) => {
      const { values } = switchTable[name];
      return fc.constantFrom<string>(...values).map((value) => [name, value] as const);
    }),
    { maxLength: 8 },
  )
  .map((pairs) => profileWith(Object.fromEntries(pairs) as Partial<Profile>));
