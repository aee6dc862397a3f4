// Runs everything that must hold: types, lint, tests; the tests once more in another time zone. Closes with the counts of all.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const results = join(root, '.cache/test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const packageFile = (name, file) => join(root, 'node_modules', name, file);
const totals = { passed: 0, failed: 0, skipped: 0 };
/** What failed, by name: a log is often read from its end. */
const failures = [];

/** A check that is one yes or no. */
function check(title, script, args) {
  process.stdout.write(`\n> ${title}\n`);
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  totals[status === 0 ? 'passed' : 'failed']++;
  if (status !== 0) failures.push(title);
}

/** Time of the newest file below a folder, in ms. */
function newestIn(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (time, { parentPath, name }) => Math.max(time, statSync(join(parentPath, name)).mtimeMs),
      0,
    );
}

/** Some tests run what was built: it is built where a source is newer. */
function buildIfStale(title, built, script, folders) {
  const file = join(root, built);
  const builtAt = existsSync(file) ? statSync(file).mtimeMs : 0;
  if (folders.some((folder) => newestIn(folder) > builtAt)) check(title, join(root, script), []);
}

function vitest(title, timeZone, more = []) {
  process.stdout.write(`\n> ${title}\n`);
  const outputFile = join(results, `${title.replace(/\W+/g, '-')}.json`);
  const { status } = spawnSync(
    process.execPath,
    [
      packageFile('vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${outputFile}`,
      ...more,
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, TZ: timeZone } },
  );
  const report = JSON.parse(readFileSync(outputFile, 'utf8'));
  totals.passed += report.numPassedTests;
  totals.skipped += report.numPendingTests;
  // A file that could not be loaded has no failed test, yet the run failed.
  totals.failed += Math.max(report.numFailedTests, status === 0 ? 0 : 1);
  for (const { name, status: outcome, message, assertionResults } of report.testResults) {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    for (const { fullName, failureMessages } of failed)
      failures.push(
        `${title}: ${relative(root, name)}: ${fullName}\n${failureMessages.join('\n')}`,
      );
    if (outcome === 'failed' && failed.length === 0)
      failures.push(`${title}: ${relative(root, name)}: ${message}`);
  }
}

buildIfStale('build', 'dist/bin/poolscale.js', 'scripts/build.mjs', ['src']);
buildIfStale(
  'build of the playground',
  'dist/playground/index.html',
  'scripts/build-playground.mjs',
  ['src', 'playground'],
);
check('types of src/', require.resolve('typescript/bin/tsc'), ['--noEmit', '-p', '.']);
check('types of tests and benchmarks', require.resolve('typescript/bin/tsc'), [
  '--noEmit',
  '-p',
  'test',
]);
check('types of the playground', require.resolve('typescript/bin/tsc'), [
  '--noEmit',
  '-p',
  'playground',
]);
check('types of the editor extension', require.resolve('typescript/bin/tsc'), [
  '--noEmit',
  '-p',
  'editors/vscode',
]);
check('lint', packageFile('eslint', 'bin/eslint.js'), ['.']);
check('format', packageFile('prettier', 'bin/prettier.cjs'), ['--check', '--log-level=warn', '.']);
vitest('tests', 'UTC');
// What runs in a browser, or takes long and knows no clock, has nothing new to say in another time zone.
const clockless = [
  'test/browser/**',
  'test/package/**',
  '**/queueing-theory.test.ts',
  '**/mutations.test.ts',
];
vitest(
  'tests in Asia/Kolkata',
  'Asia/Kolkata',
  clockless.map((pattern) => `--exclude=${pattern}`),
);

for (const failure of failures) console.log(`\nFAILED ${failure}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed === 0 ? 0 : 1;
