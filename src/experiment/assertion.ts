import { defineDiagnostics } from '../base/diagnostics/define-diagnostics.js';
import type { DiagnosticResult } from '../base/diagnostics/diagnostic.js';
import { nearestName } from '../base/text/nearest-name.js';
import type { SourceText, Span } from '../base/text/source-text.js';
import { figureById, figures, type Figure, type FigureUnit, type FigureValues } from './figures.js';

export type Comparator = '<' | '<=' | '>' | '>=' | '==' | '!=';

/** A demand on one figure, `p95_wait<10m`. */
export interface Assertion {
  /** As it was written. */
  readonly expression: string;
  readonly figure: string;
  readonly comparator: Comparator;
  /** In the unit of the figure: seconds, node-hours, a fraction of 1, a count, money. */
  readonly limit: number;
}

export interface AssertionResult {
  readonly expression: string;
  readonly figure: string;
  /** Null where the run has no such figure; the assertion then does not hold. */
  readonly measured: number | null;
  readonly holds: boolean;
}

/** Suffixes of a value and what they multiply it by; the empty one is a plain number. */
const suffixes: Readonly<Record<FigureUnit, ReadonlyMap<string, number>>> = {
  seconds: new Map([
    ['ms', 0.001],
    ['s', 1],
    ['m', 60],
    ['h', 3600],
    ['d', 86_400],
  ]),
  'node-hours': new Map([
    ['', 1],
    ['h', 1],
  ]),
  fraction: new Map([
    ['%', 0.01],
    ['', 1],
  ]),
  count: new Map([['', 1]]),
  money: new Map([['', 1]]),
};

const comparators: Readonly<Record<Comparator, (a: number, b: number) => boolean>> = {
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
};

const report = defineDiagnostics({
  'assertion-form': {
    severity: 'error',
    message: ({ text }: { text: string }) =>
      `expected a figure, one of ${Object.keys(comparators).join(' ')} and a value, such as p95_wait<10m; found ${JSON.stringify(text)}`,
  },
  'unknown-figure': {
    severity: 'error',
    message: ({ name }: { name: string }) => `there is no figure ${name}`,
  },
  'assertion-unit': {
    severity: 'error',
    message: ({ figure, found }: { figure: Figure; found: string }) =>
      `${figure.id} is ${unitText(figure.unit)}; found ${found}`,
  },
});

/** What a value of the unit may look like, for messages. */
function unitText(unit: FigureUnit): string {
  switch (unit) {
    case 'seconds':
      return 'a time and needs a unit: ms, s, m, h or d, as in 10m';
    case 'node-hours':
      return 'in node hours: a plain number, or one with h';
    case 'fraction':
      return 'a share: a number with %, or a plain number from 0 to 1';
    case 'count':
      return 'a count: a plain number';
    case 'money':
      return 'an amount of money: a plain number in the currency of the price book';
  }
}

const form = /^\s*([A-Za-z]\w*)\s*(<=|>=|==|!=|<|>)\s*(-?\d+(?:\.\d+)?)\s*([A-Za-z%]*)\s*$/d;

/** Reads one assertion. The source of its diagnostics is named `--assert`. */
export function parseAssertion(text: string): DiagnosticResult<Assertion> {
  const source: SourceText = { name: '--assert', text };
  const match = form.exec(text);
  if (match === null) {
    const whole: Span = { start: 0, end: text.length };
    return { diagnostics: [report('assertion-form', whole, { text }, { source })] };
  }
  const [, name, comparator, digits, suffix] = match as unknown as [string, ...string[]];
  const spanOf = (group: number): Span => {
    const [start, end] = match.indices![group]!;
    return { start, end };
  };
  const figure = figureById(name!);
  if (figure === undefined) {
    const near = nearestName(
      name!,
      figures.map(({ id }) => id),
    );
    const help =
      near === undefined
        ? `the figures are ${figures.map(({ id }) => id).join(', ')}`
        : `did you mean ${near}?`;
    return {
      diagnostics: [report('unknown-figure', spanOf(1), { name: name! }, { source, help })],
    };
  }
  const factor = Number(digits) === 0 && suffix === '' ? 1 : suffixes[figure.unit].get(suffix!);
  if (factor === undefined) {
    const span: Span = { start: spanOf(3).start, end: spanOf(4).end };
    const found = text.slice(span.start, span.end);
    return { diagnostics: [report('assertion-unit', span, { figure, found }, { source })] };
  }
  const value: Assertion = {
    expression: text.trim(),
    figure: figure.id,
    comparator: comparator as Comparator,
    limit: Number(digits) * factor,
  };
  return { value, diagnostics: [] };
}

export function checkAssertions(
  assertions: readonly Assertion[],
  values: FigureValues,
): AssertionResult[] {
  return assertions.map((assertion) => checkAssertion(assertion, values));
}

export function checkAssertion(assertion: Assertion, values: FigureValues): AssertionResult {
  const measured = values[assertion.figure] ?? null;
  return {
    expression: assertion.expression,
    figure: assertion.figure,
    measured,
    holds: measured !== null && comparators[assertion.comparator](measured, assertion.limit),
  };
}
