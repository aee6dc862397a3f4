import { describe, expect, it } from 'vitest';

import { disagreementReason } from '../support/corpus-disagreements.js';
import { corpusFormulas } from '../support/corpus.js';
import { findingsOnClean, overallScore, scoreRules } from '../support/lint-scores.js';

const rows = corpusFormulas();

describe.skipIf(rows === undefined)('the labels of the public corpus', () => {
  const scores = scoreRules(rows ?? []);

  it('are found, and little else: errors and warnings', () => {
    const { precision, recall } = overallScore(scores);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it('are contradicted only with a reason', () => {
    const unexplained = scores.flatMap(({ rule, extra, missed }) =>
      [...extra, ...missed].filter((id) => disagreementReason(rule, id) === undefined),
    );
    expect(unexplained).toEqual([]);
  });

  it('that are all of level info leave a formula without errors and warnings', () => {
    expect(findingsOnClean(rows ?? [])).toEqual([]);
  });
});
