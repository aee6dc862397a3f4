import {
  loadTestFile,
  runSuite,
  type LoadTestOptions,
  type RunSuiteOptions,
  type SuiteReport,
} from '../../src/formula-test/index.js';
import { memoryFiles, renderAll } from '../support/memory-files.js';

/** Runs the text of a file of tests that must load. */
export async function runText(
  text: string,
  options: RunSuiteOptions & LoadTestOptions = {},
  files: Readonly<Record<string, string>> = {},
): Promise<SuiteReport> {
  const loaded = await loadTestFile(
    { name: 'a.autoscale-test.yaml', text },
    memoryFiles(files),
    options,
  );
  if (loaded.value === undefined) throw new Error(renderAll(loaded));
  return runSuite(loaded.value, options);
}

/** The outcome of each case in a few words: `passed`, `skipped: reason`, or what was expected and found. */
export function outcomes({ cases }: SuiteReport): Record<string, string> {
  return Object.fromEntries(
    cases.map(({ name, outcome }) => {
      if (outcome.kind === 'passed') return [name, 'passed'];
      if (outcome.kind === 'skipped') return [name, `skipped: ${outcome.reason}`];
      const texts = outcome.failures.map(
        ({ step, subject, expected, found }) =>
          `${step === undefined ? '' : `${step}: `}${subject} ${expected} <> ${found}`,
      );
      return [name, texts.join('; ')];
    }),
  );
}
