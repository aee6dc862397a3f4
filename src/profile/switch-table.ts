/** Evidence marks of the public record, strongest first; `none` means that the default is a choice of ours. */
export type Evidence = 'documented' | 'inferred' | 'none';

/** One question that the public record leaves open, as a named switch. The first value is the default. */
export interface SwitchRow<V extends string = string> {
  readonly values: readonly [V, V, ...V[]];
  readonly description: string;
  readonly evidence: Evidence;
  /** Ids of the open rows that it answers (L5.2 = second open row of the fifth section of the language record). */
  readonly covers: readonly string[];
}

/** The alternatives of each switch. */
export interface SwitchValues {
  readonly blockComments: 'reject' | 'accept';
  readonly emptyStatement: 'accept' | 'reject';
  readonly nameCase: 'sensitive' | 'insensitive';
  readonly numberForms: 'plain' | 'extended';
  readonly singleQuotes: 'reject' | 'accept';
  readonly vectorLiteral: 'reject' | 'accept';
  readonly relationalLevels: 'two' | 'one';
  readonly vectorInScalarContext: 'error' | 'single-element';
  readonly scalarOpVector: 'error' | 'allow';
  readonly vectorLength: 'error' | 'shortest';
  readonly logicalOperators: 'eager' | 'short-circuit';
  readonly divisionByZero: 'ieee' | 'error';
  readonly nonFiniteTarget: 'hold' | 'zero';
  readonly negativeTarget: 'zero' | 'hold';
  readonly targetReadBack: 'fraction' | 'truncated';
  readonly emptyAggregate: 'zero' | 'error';
  readonly emptyExtremum: 'error' | 'zero';
  readonly stdOfFew: 'zero' | 'error';
  readonly percentile: 'nearest-rank' | 'linear';
  readonly percentileScale: 'hundred' | 'one';
  readonly logarithmDomain: 'ieee' | 'error';
  readonly stop: 'keep' | 'discard';
  readonly valOnEmpty: 'zero' | 'error';
  readonly valOutOfRange: 'error' | 'zero';
  readonly roundHalf: 'away-from-zero' | 'even';
  readonly roundingOfVector: 'componentwise' | 'error';
  readonly sunday: '0' | '7';
  readonly expectedSamples: 'floor' | 'round';
  readonly receivedPercent: 'floor' | 'round';
  readonly emptyHistoryBegin: 'now' | 'error';
  readonly sampleOrder: 'oldest-first' | 'newest-first';
  readonly tickRounding: 'nearest' | 'truncate';
  readonly resultHead: 'three-fields' | 'two-fields-2016';
  readonly variableOrder: 'ordinal' | 'case-insensitive';
  readonly resultsOnError: 'initial' | 'assigned-so-far';
  readonly deallocationRead: 'allow' | 'error';
  readonly legacyNames: 'accept' | 'reject';
  readonly usableNodeCount: 'sampled' | 'scalar';
  readonly yearLength: '365' | '365.25';
}

export type SwitchName = keyof SwitchValues;

/** Every switch of the profile. Documentation, `poolscale profile` and the checks of profile files are made from it. */
export const switchTable: { readonly [N in SwitchName]: SwitchRow<SwitchValues[N]> } = {
  blockComments: {
    values: ['reject', 'accept'],
    description: 'whether /* ... */ is a comment; no known formula has one',
    evidence: 'none',
    covers: ['L1.1'],
  },
  emptyStatement: {
    values: ['accept', 'reject'],
    description: 'whether a statement between two semicolons may be empty',
    evidence: 'none',
    covers: ['L1.2'],
  },
  nameCase: {
    values: ['sensitive', 'insensitive'],
    description: 'whether names that differ only by case are different names',
    evidence: 'inferred',
    covers: ['L1.4'],
  },
  numberForms: {
    values: ['plain', 'extended'],
    description: 'whether 1e3, .5, 5. and 0x1F are numbers beside 25 and 0.7',
    evidence: 'none',
    covers: ['L1.5'],
  },
  singleQuotes: {
    values: ['reject', 'accept'],
    description: 'whether a string may stand between single quotes',
    evidence: 'none',
    covers: ['L1.6'],
  },
  vectorLiteral: {
    values: ['reject', 'accept'],
    description: 'whether [1, 2, 3] is an expression; the service prints vectors so',
    evidence: 'none',
    covers: ['L1.9'],
  },
  relationalLevels: {
    values: ['two', 'one'],
    description: 'whether < <= > >= bind tighter than == and != (as in C) or all on one level',
    evidence: 'none',
    covers: ['L2.2'],
  },
  vectorInScalarContext: {
    values: ['error', 'single-element'],
    description: 'a doubleVec where a double must stand: an evaluation error, or its only element',
    evidence: 'none',
    covers: ['L3.2', 'L3.3'],
  },
  scalarOpVector: {
    values: ['error', 'allow'],
    description: 'arithmetic with a double on the left and a doubleVec on the right',
    evidence: 'documented',
    covers: [],
  },
  vectorLength: {
    values: ['error', 'shortest'],
    description: 'arithmetic on two doubleVecs of different lengths',
    evidence: 'none',
    covers: ['L3.1'],
  },
  logicalOperators: {
    values: ['eager', 'short-circuit'],
    description: 'whether && and || evaluate their right side when the left side decides',
    evidence: 'none',
    covers: ['L3.4'],
  },
  divisionByZero: {
    values: ['ieee', 'error'],
    description: 'division by zero gives an infinity or NaN, or fails',
    evidence: 'none',
    covers: ['L3.5'],
  },
  nonFiniteTarget: {
    values: ['hold', 'zero'],
    description: 'a target that is NaN, infinite or 2^31 and more: keep the old target, or 0',
    evidence: 'none',
    covers: ['L3.5'],
  },
  negativeTarget: {
    values: ['zero', 'hold'],
    description: 'a target below zero: 0, or keep the old target',
    evidence: 'none',
    covers: ['L3.6'],
  },
  targetReadBack: {
    values: ['fraction', 'truncated'],
    description: 'what reading a target gives after a fraction was assigned to it in the same run',
    evidence: 'none',
    covers: ['L3.7'],
  },
  emptyAggregate: {
    values: ['zero', 'error'],
    description: 'avg, sum and norm of no numbers',
    evidence: 'inferred',
    covers: ['L4.2'],
  },
  emptyExtremum: {
    values: ['error', 'zero'],
    description: 'max, min, range and percentile of no numbers',
    evidence: 'none',
    covers: ['L4.2'],
  },
  stdOfFew: {
    values: ['zero', 'error'],
    description: 'std of fewer than two numbers',
    evidence: 'none',
    covers: ['L4.3'],
  },
  percentile: {
    values: ['nearest-rank', 'linear'],
    description: 'percentile takes an element of the vector, or interpolates between two',
    evidence: 'inferred',
    covers: ['L4.4'],
  },
  percentileScale: {
    values: ['hundred', 'one'],
    description: 'the second argument of percentile runs from 0 to 100, or from 0 to 1',
    evidence: 'none',
    covers: ['L4.4'],
  },
  logarithmDomain: {
    values: ['ieee', 'error'],
    description: 'lg, ln and log of zero and of negative numbers: -inf and NaN, or a failure',
    evidence: 'none',
    covers: ['L4.5'],
  },
  stop: {
    values: ['keep', 'discard'],
    description: 'whether assignments made before stop() take effect',
    evidence: 'none',
    covers: ['L4.7'],
  },
  valOnEmpty: {
    values: ['zero', 'error'],
    description: 'val of an empty vector',
    evidence: 'inferred',
    covers: ['L4.2'],
  },
  valOutOfRange: {
    values: ['error', 'zero'],
    description: 'val with an index that a non-empty vector does not have',
    evidence: 'none',
    covers: ['L4.8'],
  },
  roundHalf: {
    values: ['away-from-zero', 'even'],
    description: 'where round takes a number half way between two whole ones',
    evidence: 'none',
    covers: ['L4.9'],
  },
  roundingOfVector: {
    values: ['componentwise', 'error'],
    description: 'ceil, floor and round of a doubleVec or of several numbers',
    evidence: 'none',
    covers: ['L4.9'],
  },
  sunday: {
    values: ['0', '7'],
    description: 'the weekday number of Sunday; Monday is 1',
    evidence: 'none',
    covers: [],
  },
  expectedSamples: {
    values: ['floor', 'round'],
    description: 'how many samples a window that is no multiple of the sample period should hold',
    evidence: 'none',
    covers: ['L5.2'],
  },
  receivedPercent: {
    values: ['floor', 'round'],
    description: 'how the received percentage becomes whole in the message about missing samples',
    evidence: 'none',
    covers: ['L5.3'],
  },
  emptyHistoryBegin: {
    values: ['now', 'error'],
    description: 'HistoryBeginTime() of a metric without samples',
    evidence: 'none',
    covers: ['L5.4'],
  },
  sampleOrder: {
    values: ['oldest-first', 'newest-first'],
    description: 'order of the samples in the vector that GetSample returns',
    evidence: 'none',
    covers: ['L5.6'],
  },
  tickRounding: {
    values: ['nearest', 'truncate'],
    description: 'what becomes of a fraction of 100 ns in a computed interval',
    evidence: 'none',
    covers: [],
  },
  resultHead: {
    values: ['three-fields', 'two-fields-2016'],
    description:
      'the fixed head of the result string: today, or before the targets were split in 2017',
    evidence: 'documented',
    covers: [],
  },
  variableOrder: {
    values: ['ordinal', 'case-insensitive'],
    description: 'order of the user variables in the result string',
    evidence: 'inferred',
    covers: [],
  },
  resultsOnError: {
    values: ['initial', 'assigned-so-far'],
    description: 'what the result string of a failed run shows',
    evidence: 'inferred',
    covers: ['L6.3'],
  },
  deallocationRead: {
    values: ['allow', 'error'],
    description: 'whether $NodeDeallocationOption can be read',
    evidence: 'none',
    covers: ['L8.1'],
  },
  legacyNames: {
    values: ['accept', 'reject'],
    description: 'whether the names of 2014 to 2017 and vec() still work',
    evidence: 'none',
    covers: ['L8.2', 'L8.4'],
  },
  usableNodeCount: {
    values: ['sampled', 'scalar'],
    description: '$UsableNodeCount has samples, or is a plain number',
    evidence: 'none',
    covers: ['L8.3'],
  },
  yearLength: {
    values: ['365', '365.25'],
    description: 'days in TimeInterval_Year',
    evidence: 'none',
    covers: ['L8.5'],
  },
};

export const switchNames: readonly SwitchName[] = Object.keys(switchTable) as SwitchName[];
