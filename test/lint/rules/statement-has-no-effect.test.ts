import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('statement-has-no-effect');

describe('statement-has-no-effect', () => {
  it('reports a value that nothing receives', () => {
    code('$PendingTasks.GetSample(3); $TargetDedicatedNodes = 1;').toReport(
      '$PendingTasks.GetSample(3)',
    );
  });

  it('is content with stop() and with assignments', () => {
    code('$TargetDedicatedNodes = 1; stop();').toBeClean();
  });
});
