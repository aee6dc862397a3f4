import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';

import { plainPalette } from '../../../src/base/diagnostics/render.js';
import {
  countOutcomes,
  coverageReport,
  createCoverageCollector,
  loadTestFile,
  runSuite,
  type TestReport,
} from '../../../src/formula-test/index.js';
import { junit } from '../../../src/report/formula-test/junit.js';
import { prettyTestReport } from '../../../src/report/formula-test/pretty.js';
import { tap } from '../../../src/report/formula-test/tap.js';
import { testJson } from '../../../src/report/formula-test/test-json.js';
import { memoryFiles } from '../../support/memory-files.js';

const text = `formula: |
  // two statements, one of them over several lines
  window = $PendingTasks.GetSample(40); half = $TargetDedicatedNodes / 2;
  $TargetDedicatedNodes = $PendingTasks.Count() > 2 && half < 10
    ? min(5, avg(window) + half) // not more
    : -time().hour + 24;
series: { $PendingTasks: 0+1.5x39 }
cases:
  - { name: passes, expect: { $TargetDedicatedNodes: 5 } }
  - { name: 'fails & "burns" #1 <ok>', at: 2026-03-02T08:00:00Z, series: { $PendingTasks: 1 }, expect: { $TargetDedicatedNodes: 5 }, variables: { half: 1 } }
  - { name: later, todo: 'see #12' }
  - name: steps
    sequence: [{ expect: { $TargetDedicatedNodes: 5 } }, { name: second, expect: { $NodeDeallocationOption: terminate } }]
  - { name: never many, forAll: { pool: { targetDedicatedNodes: 0..30 } }, expect: { $TargetDedicatedNodes: 0..5 } }
`;

async function report(): Promise<TestReport> {
  const files = memoryFiles({});
  const { value } = await loadTestFile({ name: 'pools/a.autoscale-test.yaml', text }, files);
  const collector = createCoverageCollector();
  const suites = [await runSuite(value!, { coverage: collector })];
  const broken = { name: 'pools/b.autoscale-test.yaml', text: 'formula: x = 1;\n' };
  const { diagnostics } = await loadTestFile(broken, files);
  return {
    suites,
    broken: [{ path: broken.name, diagnostics }],
    counts: countOutcomes(suites),
    duration: 0,
    coverage: coverageReport(collector),
  };
}

describe('the reports of one run', () => {
  it('pretty', async () => {
    const shown = prettyTestReport(await report(), { palette: plainPalette, verbose: true });
    await expect(shown).toMatchFileSnapshot('__snapshots__/report.txt');
  });

  it('JSON', async () => {
    const shown = testJson(await report());
    await expect(shown).toMatchFileSnapshot('__snapshots__/report.json');
    expect(JSON.parse(shown)).toMatchObject({
      version: 1,
      summary: { passed: 1, failed: 3, skipped: 1 },
    });
  });

  it('JUnit', async () => {
    const shown = junit(await report());
    await expect(shown).toMatchFileSnapshot('__snapshots__/report.xml');
    const count = (pattern: RegExp): number => [...shown.matchAll(pattern)].length;
    expect(shown).toContain(
      '<testsuites name="poolscale" tests="6" failures="3" errors="1" skipped="1"',
    );
    expect(count(/<testcase /g)).toBe(6);
    expect(count(/<failure /g)).toBe(3);
    expect(count(/<error /g)).toBe(1);
    expect(count(/<skipped /g)).toBe(1);
  });

  it('TAP', async () => {
    const shown = tap(await report());
    await expect(shown).toMatchFileSnapshot('__snapshots__/report.tap');
    const lines = shown.split('\n');
    expect(lines.slice(0, 2)).toEqual(['TAP version 14', '1..6']);
    expect(lines.filter((line) => /^(?:not )?ok /.test(line))).toHaveLength(6);
    for (const [, block] of shown.matchAll(/^ {2}---\n((?: {2}.*\n)*?) {2}\.\.\.$/gm)) {
      expect(parse(block!)).toHaveProperty('message');
    }
  });
});

it('JUnit has no character that XML forbids', async () => {
  const hostile = 'formula: x = 1;\ncases: [{ name: "a\\0\\e]]>\\uD800b", variables: { x: 2 } }]';
  const { value } = await loadTestFile({ name: 'a', text: hostile }, memoryFiles({}));
  const suites = [await runSuite(value!)];
  const shown = junit({ suites, broken: [], counts: countOutcomes(suites), duration: 0 });
  expect(shown).toContain('<testcase name="a]]&gt;b"');
});
