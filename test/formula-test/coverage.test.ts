import { describe, expect, it } from 'vitest';

import { createLineTable } from '../../src/base/text/source-text.js';
import {
  coverageReport,
  createCoverageCollector,
  lcov,
  type CoverageReport,
} from '../../src/formula-test/index.js';
import { runText } from './run-text.js';

async function coverageOf(...files: readonly string[]): Promise<CoverageReport> {
  const coverage = createCoverageCollector();
  for (const text of files) await runText(text, { coverage }, { 'a.autoscale': shared });
  return coverageReport(coverage);
}

const shared = '$TargetDedicatedNodes = $CurrentDedicatedNodes > 3 ? 1 : 2;\n';

/** `line:column kind text` of what was not reached, by lines of the formula. */
function gaps({ formulas }: CoverageReport): string[] {
  return formulas.flatMap(({ formula, gaps: found }) =>
    found.map(({ span, kind }) => {
      const { text } = formula.source;
      const { line, column } = createLineTable(text).position(span.start);
      return `${line}:${column} ${kind} ${text.slice(span.start, span.end)}`;
    }),
  );
}

describe('coverage', () => {
  it('reports the outermost expressions without a value, and outcomes that were never seen', async () => {
    const report = await coverageOf(`formula: |
  busy = $CurrentDedicatedNodes > 3 && !($TaskSlotsPerNode == 1);
  $TargetDedicatedNodes = busy ? max(1, 2 + $CurrentDedicatedNodes) : 0;
pool: { currentDedicatedNodes: 5 }
cases: [{ name: a }]
`);
    expect(gaps(report)).toEqual([
      '1:8 never-true $CurrentDedicatedNodes > 3 && !($TaskSlotsPerNode == 1)',
      '1:8 never-false $CurrentDedicatedNodes > 3',
      '1:38 never-true !($TaskSlotsPerNode == 1)',
      '1:40 never-false $TaskSlotsPerNode == 1',
      '2:25 never-true busy',
      '2:32 never-evaluated max(1, 2 + $CurrentDedicatedNodes)',
    ]);
    // Expressions: 8 in the first statement; ?:, busy and 0 of the 8 in the second one.
    expect(report.nodes).toEqual({ covered: 11, total: 16 });
    expect(report.outcomes).toEqual({ covered: 5, total: 10 });
  });

  it('adds up what several files of tests reach of one formula', async () => {
    const file = (nodes: number): string =>
      `formula: { file: a.autoscale }\ncases: [{ name: a, pool: { currentDedicatedNodes: ${nodes} } }]`;
    expect((await coverageOf(file(1))).outcomes).toEqual({ covered: 1, total: 2 });
    const both = await coverageOf(file(1), file(9));
    expect(both.formulas).toHaveLength(1);
    expect(both).toMatchObject({
      nodes: { covered: 6, total: 6 },
      outcomes: { covered: 2, total: 2 },
    });
  });

  it('counts what forAll and every step of a sequence reach', async () => {
    const report = await coverageOf(`formula: { file: a.autoscale }
cases:
  - { name: a, forAll: { pool: { currentDedicatedNodes: 0..9 } } }
  - { name: b, sequence: [{}, {}] }
`);
    expect(gaps(report)).toEqual([]);
    expect(report.formulas[0]!.counted[0]!.hits.values).toBe(102);
  });

  it('has nothing to say about a formula that the service refuses', async () => {
    const report = await coverageOf('formula: x = (\ncases: [{ name: a }]');
    expect(report.formulas).toEqual([]);
  });

  it('goes to lcov: lines of the file that holds the formula, outcomes as branches', async () => {
    const report = await coverageOf(`formula: |
  busy = $CurrentDedicatedNodes > 3;
  $TargetDedicatedNodes = busy
    ? 4
    : 0;
cases: [{ name: a }, { name: b }]
`);
    expect(lcov(report).split('\n')).toEqual([
      'TN:',
      'SF:a.autoscale-test.yaml',
      'DA:2,2',
      'DA:3,2',
      'DA:4,0',
      'DA:5,2',
      'LF:4',
      'LH:3',
      'BRDA:2,0,0,0',
      'BRDA:2,0,1,2',
      'BRDA:3,1,0,0',
      'BRDA:3,1,1,2',
      'BRF:4',
      'BRH:2',
      'end_of_record',
      '',
    ]);
  });
});
