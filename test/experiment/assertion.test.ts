import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { renderDiagnostic } from '../../src/base/diagnostics/render.js';
import {
  checkAssertion,
  figureById,
  figureValues,
  parseAssertion,
} from '../../src/experiment/index.js';
import { runRecord, withoutPrices } from '../report/run-record-fixture.js';

const limitOf = (text: string): number | undefined => parseAssertion(text).value?.limit;

describe('assertions', () => {
  it.each([
    ['p95_wait<10m', 600],
    ['p95_wait < 1.5h', 5400],
    ['mean_wait<=90s', 90],
    ['max_wait>250ms', 0.25],
    ['makespan>=2d', 172_800],
    ['mean_wait==0', 0],
    ['utilisation>=80%', 0.8],
    ['utilisation>=0.8', 0.8],
    ['cost<100', 100],
    ['node_hours!=12.5', 12.5],
    ['node_hours<12h', 12],
    [' failed_evaluations == 0 ', 0],
  ])('%s is a limit of %d in the unit of the figure', (text, limit) => {
    expect(limitOf(text)).toBeCloseTo(limit, 12);
  });

  it.each([
    ['p95_wait<400s', false],
    ['p95_wait<=400s', true],
    ['p95_wait>400s', false],
    ['p95_wait>=400s', true],
    ['p95_wait==400s', true],
    ['p95_wait!=400s', false],
    ['cost<1.73', true],
    ['utilisation>40%', false],
  ])('%s: %s for the run of the fixture', (text, holds) => {
    const assertion = parseAssertion(text).value!;
    expect(checkAssertion(assertion, figureValues(runRecord())).holds).toBe(holds);
  });

  it('say what was measured', () => {
    const assertion = parseAssertion('p95_wait<1m').value!;
    expect(checkAssertion(assertion, figureValues(runRecord()))).toEqual({
      expression: 'p95_wait<1m',
      figure: 'p95_wait',
      measured: 400,
      holds: false,
    });
  });

  it('do not hold where there is nothing to measure', () => {
    const values = figureValues(withoutPrices(runRecord()));
    for (const text of ['cost<1000000', 'cost!=1', 'cost>=0']) {
      expect(checkAssertion(parseAssertion(text).value!, values)).toMatchObject({
        measured: null,
        holds: false,
      });
    }
  });

  it.each([
    'p95_wiat<10m',
    'latency<10m',
    'p95_wait<10',
    'p95_wait<10min',
    'cost<10h',
    'p95_wait=10m',
    'p95_wait',
    '',
    'constructor<1',
    'utilisation>80m',
  ])('%j is refused with what was expected', async (text) => {
    const { value, diagnostics } = parseAssertion(text);
    expect(value).toBeUndefined();
    const shown = diagnostics.map((diagnostic) => renderDiagnostic(diagnostic)).join('\n');
    await expect(`${shown}\n`).toMatchFileSnapshot(
      `__snapshots__/refused-${text.replace(/\W+/g, '-') || 'empty'}.txt`,
    );
  });

  it('any text is either an assertion or one diagnostic inside the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { value, diagnostics } = parseAssertion(text);
        if (value !== undefined) {
          expect(figureById(value.figure)).toBeDefined();
          return;
        }
        expect(diagnostics).toHaveLength(1);
        expect(diagnostics[0]!.span.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
