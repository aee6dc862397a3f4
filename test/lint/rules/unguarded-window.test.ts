import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('unguarded-window');
const read = '$PendingTasks.GetSample(TimeInterval_Minute * 5)';

describe('unguarded-window', () => {
  it('reports a window without a condition around it', () => {
    code(`n = avg(${read});`).toReport(read);
    code('n = max($CPUPercent.GetSample(TimeInterval_Minute, TimeInterval_Hour));').toReport(
      '$CPUPercent.GetSample(TimeInterval_Minute, TimeInterval_Hour)',
    );
  });

  it('reports a window that is read before the condition', () => {
    code(
      `n = avg(${read}); n = $PendingTasks.GetSamplePercent(TimeInterval_Minute * 5) < 70 ? 1 : n;`,
    ).toReport(read);
  });

  it('reports a window in the branch that is taken where samples are missing', () => {
    code(
      `n = $PendingTasks.GetSamplePercent(TimeInterval_Minute * 5) < 70 ? avg(${read}) : 1;`,
    ).toReport(read);
  });

  it('reports a window behind &&, which evaluates both sides', () => {
    code(
      `n = $PendingTasks.GetSamplePercent(TimeInterval_Minute * 5) >= 70 && avg(${read}) > 2 ? 1 : 0;`,
    ).toReport(read);
  });

  it('is content with a condition, in place or by way of variables', () => {
    code(
      `n = $PendingTasks.GetSamplePercent(TimeInterval_Minute * 5) < 70 ? 1 : avg(${read});`,
    ).toBeClean();
    code(
      `w = TimeInterval_Minute * 5; enough = 80; p = $PendingTasks.GetSamplePercent(w); ok = p >= enough; n = ok ? avg($PendingTasks.GetSample(w)) : 1;`,
    ).toBeClean();
    code(
      `p = $PendingTasks.GetSamplePercent(TimeInterval_Minute * 5); n = !(p < 70) && time().hour > 6 ? avg(${read}) : 1;`,
    ).toBeClean();
    code(
      `p = $PendingTasks.GetSamplePercent(TimeInterval_Minute * 5); few = p < 70 || time().hour > 6; n = few ? 1 : avg(${read});`,
    ).toBeClean();
  });

  it('leaves a condition on a sum of percentages to sum-of-percents-compared', () => {
    code(
      `w = TimeInterval_Minute * 5; p = $PendingTasks.GetSamplePercent(w) + $RunningTasks.GetSamplePercent(w); n = p < 70 ? 1 : avg($PendingTasks.GetSample(w));`,
    ).toBeClean();
  });

  it('is content with a percentage in the call and with a number of samples', () => {
    code('n = avg($PendingTasks.GetSample(TimeInterval_Minute * 5, 40));').toBeClean();
    code('n = max(0, $PendingTasks.GetSample(1));').toBeClean();
  });
});
