import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { answerTo, type Answer, type ConformanceCase } from './run-case.js';

/** A row of the public record; these are what people told of answers, and answers copied into tests of client libraries. */
interface Row {
  readonly formula: string | null;
  readonly results: string | null;
  readonly error: { code: string; message: string; values: { value: string }[] } | null;
  readonly confidence: string;
  readonly observed?: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = process.env['POOLSCALE_SHARED'] ?? join(root, '../shared');
const file = join(folder, 'data/recorded-evaluations.jsonl');
const present = existsSync(file);
if (!present) console.warn(`SKIPPED: ${file} is absent`);

const rows = (present ? readFileSync(file, 'utf8').trim().split('\n') : [])
  .map((line) => JSON.parse(line) as Row)
  .filter(({ confidence }) => confidence === 'reported' || confidence === 'fixture');

function answer(formula: string, given: Partial<ConformanceCase> = {}): Answer {
  return answerTo({ id: '', file: '', evidence: '', formula, expect: {}, ...given });
}

function fields(results: string | undefined | null): string[] {
  return (results ?? '').split(';').filter((field) => field.includes('='));
}

/** Formulas for the answers whose formula was not published: the same fields from samples and numbers. */
function formulaOfFields(results: string): string {
  return fields(results)
    .map((field) => {
      const [name = '', value = ''] = field.split('=');
      if (value === '96.6667') {
        return `${name} = $RunningTasks.GetSamplePercent(15 * TimeInterval_Minute);`;
      }
      return `${name} = ${value.startsWith('[') ? '$ActiveTasks.GetSample(3)' : value};`;
    })
    .join('\n');
}

describe.skipIf(!present)('answers that users reported and fixtures that clients copied', () => {
  it('are there', () => {
    expect(rows.length).toBeGreaterThan(0);
  });

  it.each(rows.map((row) => [row.formula ?? row.results, row] as const))('%s', (_, row) => {
    const { formula, results, error, observed = '' } = row;
    const series = { $PendingTasks: '0x9', $ActiveTasks: '1 2 3', $RunningTasks: '_ 1x28' };
    if (error !== null) {
      const ours = answer(formula!).error!;
      expect(ours).toMatchObject({ code: error.code, message: error.message });
      expect(ours.values[0]!.value).toBe(error.values[0]!.value);
    } else if (formula === null) {
      const ours = fields(answer(formulaOfFields(results!), { series }).results);
      expect(ours).toEqual(expect.arrayContaining(fields(results)));
    } else if (results !== null) {
      expect(fields(answer(formula, { series }).results)).toEqual(
        expect.arrayContaining(fields(results)),
      );
    } else if (observed === 'error') {
      expect(answer(formula).error).toBeDefined();
    } else if (observed === 'no error') {
      expect(answer(formula).error).toBeUndefined();
    } else {
      // A fraction that was cut off. One report writes the metric for a number of 4 pending tasks.
      const truncated = /\b(?:target|to) (\d+)$/.exec(observed)![1]!;
      const pool = { taskSlotsPerNode: 2 };
      const given = { pool, series: { $ActiveTasks: '1x9' } };
      const ours = answer(formula.replace('$PendingTasks /', '4 /'), given);
      expect(ours.results).toContain(`$TargetDedicatedNodes=${truncated};`);
    }
  });
});
