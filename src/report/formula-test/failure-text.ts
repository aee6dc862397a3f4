import { locationText } from '../../base/diagnostics/render.js';
import { createLineTable } from '../../base/text/source-text.js';
import type { CaseOutcome } from '../../formula-test/test-report.js';
import type { TestSuite } from '../../formula-test/test-suite.js';
import { valueDiagram } from './value-diagram.js';

type Failed = Extract<CaseOutcome, { kind: 'failed' }>;

/** One line for each failure: `$TargetDedicatedNodes: expected 12, found 10`. */
export function failureMessages({ failures }: Failed): readonly string[] {
  return failures.map(
    ({ step, subject, expected, found }) =>
      `${step === undefined ? '' : `${step}: `}${subject}: expected ${expected}, found ${found}`,
  );
}

/** Everything about the failures of a case: messages, places, the values that led there, the counterexample. */
export function failureDetails({ source, formula }: TestSuite, outcome: Failed): readonly string[] {
  const places = createLineTable(source.text);
  const messages = failureMessages(outcome);
  const { diagnostics, value } = formula.compiled;
  const refusals = formula
    .relocate(diagnostics.filter(({ severity }) => severity === 'error'))
    .map((diagnostic) => `  ${locationText(diagnostic)}: ${diagnostic.message}`);
  const lines = outcome.failures.flatMap(({ span, statements }, index) => {
    const { line, column } = places.position(span.start);
    const head = [messages[index]!, `  at ${source.name}:${line}:${column}`];
    if (value === undefined) return [...head, ...refusals];
    const diagrams = statements.flatMap((statement) => valueDiagram(formula, statement));
    return diagrams.length === 0
      ? [...head, '  no statement of this evaluation sets it']
      : [...head, `  in ${formula.host.name}`, ...diagrams.map((text) => `  ${text}`)];
  });
  if (outcome.counterexample === undefined) return lines;
  const { yaml, seed, runs, shrinks } = outcome.counterexample;
  return [
    ...lines,
    `the smallest history found (seed ${seed}, history ${runs}, made smaller ${shrinks} times), as a case:`,
    ...yaml.trimEnd().split('\n'),
  ];
}
