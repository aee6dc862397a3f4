import fc from 'fast-check';
import { expect, it } from 'vitest';

import { profileWith, type Profile } from '../../src/profile/profile.js';
import { switchNames, switchTable } from '../../src/profile/switch-table.js';
import { answerTo, type Answer } from '../conformance/run-case.js';
import { plainText, programTokens } from '../support/formula-arbitrary.js';

/** The head of the result string is chosen before the run, and does not depend on the formula. */
const alternatives = switchNames
  .filter((name) => name !== 'resultHead')
  .flatMap((name) => switchTable[name].values.map((value) => ({ name, value })));

function answer(formula: string, profile: Partial<Profile>, series: string): Answer {
  return answerTo({
    id: '',
    file: '',
    evidence: '',
    formula,
    profile,
    pool: { currentDedicatedNodes: 2, targetDedicatedNodes: 3 },
    series: { $ActiveTasks: series, $PendingTasks: '0+1x60', $CPUPercent: '0.5x60' },
    expect: {},
  });
}

const histories = fc
  .array(fc.constantFrom('0', '1', '2.5', '7', '_'), { minLength: 1, maxLength: 30 })
  .map((words) => words.join(' '));

it('a switch that a run does not list makes no difference to it', () => {
  fc.assert(
    fc.property(programTokens.map(plainText), histories, (formula, history) => {
      const run = answer(formula, {}, history);
      for (const { name, value } of alternatives) {
        if (run.unverified.includes(name)) continue;
        const other = answer(formula, profileWith({ [name]: value }), history);
        expect([name, value, other.results, other.error]).toEqual([
          name,
          value,
          run.results,
          run.error,
        ]);
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);
