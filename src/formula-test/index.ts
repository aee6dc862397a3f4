export { coverageReport, coveredPercent, type CoverageReport } from './coverage/coverage-report.js';
export { createCoverageCollector, type CoverageCollector } from './coverage/coverage-collector.js';
export { lcov } from './coverage/lcov.js';
export { formulaTestJsonSchema, formulaTestJsonSchemaText } from './json-schema.js';
export { loadTestFile, type LoadTestOptions } from './load/load-test-file.js';
export type { TestFiles } from './load/test-files.js';
export { countOutcomes, runSuite, type RunSuiteOptions } from './run/run-suite.js';
export type { CaseReport, Failure, SuiteReport, TestReport } from './test-report.js';
export type { TestCase, TestSuite } from './test-suite.js';
