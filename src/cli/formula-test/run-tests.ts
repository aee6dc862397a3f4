import { loadGrammar } from '../../extract/load-grammar.node.js';
import {
  countOutcomes,
  coverageReport,
  createCoverageCollector,
  loadTestFile,
  runSuite,
  type SuiteReport,
  type TestFiles,
  type TestReport,
} from '../../formula-test/index.js';
import type { BrokenSuite } from '../../formula-test/test-report.js';
import type { Profile } from '../../profile/profile.js';
import { CommandError } from '../command-error.js';
import { findFiles } from '../find/find-files.js';
import { diskFiles, readArgument } from '../io/read-files.js';

/** Names under which files of tests are found in a folder. */
export const testFileSuffixes: readonly string[] = [
  '.autoscale-test.yaml',
  '.autoscale-test.yml',
  '.autoscale-test.json',
];

const testFileAccess: TestFiles = { ...diskFiles, grammars: loadGrammar };

export interface RunTestsOptions {
  /** Files and folders; the folder `.` where none is given. */
  readonly paths: readonly string[];
  readonly profile: Partial<Profile>;
  readonly selects: (name: string) => boolean;
  readonly seed: string | undefined;
  readonly runs: number | undefined;
  readonly coverage: boolean;
}

export interface RunTestsResult {
  readonly report: TestReport;
  /** Every file that was read: those of tests, and the formulas. */
  readonly files: ReadonlySet<string>;
}

function testFiles(paths: readonly string[]): readonly string[] {
  const isTestFile = (path: string): boolean =>
    testFileSuffixes.some((suffix) => path.endsWith(suffix));
  const { files, skipped } = findFiles(paths.length === 0 ? ['.'] : paths, isTestFile);
  // A named file that is missing is reported where it is read.
  return [...files, ...skipped.map(({ path }) => path)];
}

/** Reads and runs files of tests one after the other. */
export async function runTests(options: RunTestsOptions): Promise<RunTestsResult> {
  const clock = (): number => performance.now() / 1000;
  const begin = clock();
  const collector = options.coverage ? createCoverageCollector() : undefined;
  const suites: SuiteReport[] = [];
  const broken: BrokenSuite[] = [];
  const files = new Set<string>();
  for (const path of testFiles(options.paths)) {
    const source = await readArgument(path);
    files.add(path);
    const { value, diagnostics } = await loadTestFile(source, testFileAccess, options);
    if (value === undefined) {
      broken.push({ path: source.name, diagnostics });
      continue;
    }
    files.add(value.formula.host.name);
    suites.push(await runSuite(value, { ...options, coverage: collector, clock }));
  }
  const report: TestReport = {
    suites,
    broken,
    counts: countOutcomes(suites),
    duration: clock() - begin,
    ...(collector === undefined ? {} : { coverage: coverageReport(collector) }),
  };
  return { report, files };
}

/** The case names that `--run` selects. */
export function nameFilter(pattern: string | undefined): (name: string) => boolean {
  if (pattern === undefined) return () => true;
  try {
    const expression = new RegExp(pattern);
    return (name) => expression.test(name);
  } catch {
    throw new CommandError(`--run expects a regular expression, found ${pattern}`);
  }
}
