import {
  loadTestFile,
  runSuite,
  type CaseReport,
  type TestSuite,
} from '../../../src/formula-test/index.js';
import { failureDetails } from '../../../src/report/formula-test/failure-text.js';
import type { Answers, TestedCase, TestRequest } from './messages.js';
import { placeDiagnostics } from './place-diagnostics.js';
import { virtualFiles } from './virtual-files.js';

export const testsFile = 'tests.autoscale-test.yaml';

/** Runs the tests of a formula: what `poolscale test` does. */
export async function test({ tests, formula }: TestRequest): Promise<Answers['test']> {
  const { value, diagnostics } = await loadTestFile(
    { name: testsFile, text: tests },
    virtualFiles(formula, []),
  );
  const placed = placeDiagnostics(diagnostics, testsFile);
  if (value === undefined) return { cases: [], diagnostics: placed };
  const { cases } = await runSuite(value);
  return { cases: cases.map((each) => testedCase(value, each)), diagnostics: placed };
}

function testedCase(suite: TestSuite, { name, outcome }: CaseReport): TestedCase {
  switch (outcome.kind) {
    case 'passed':
      return { name, outcome: 'passed', details: [] };
    case 'skipped':
      return { name, outcome: 'skipped', details: [outcome.reason] };
    case 'failed':
      return { name, outcome: 'failed', details: failureDetails(suite, outcome) };
  }
}
