import { expect, it } from 'vitest';

import { simulate } from '../../src/simulator/index.js';
import { allocationErrorCodes } from '../../src/simulator/pool/resize-errors.js';
import { selectableFailureCodes } from '../../src/workload/task-failure-codes.js';
import { runOnOneNode } from '../support/logged-run.js';
import { input, pool, seconds } from '../support/simulation-input.js';

it.each(selectableFailureCodes)(
  'a task that fails with %s says so in the log and the record',
  (code) => {
    const settings = { failures: [{ code, share: 1 }] };
    const { record, log } = runOnOneNode({ tasks: [{ runs: 10, settings }] });
    expect(record.tasks).toMatchObject({ failed: 1, retries: 0, failureCodes: { [code]: 1 } });
    const failed = log.filter(({ event }) => event === 'TaskFail');
    expect(failed.map(({ body }) => JSON.stringify(body).includes(`"${code}"`))).toEqual([true]);
  },
);

it.each(allocationErrorCodes)(
  'an allocation that fails with %s leaves it in resizeErrors',
  (code) => {
    const record = simulate(
      input({
        pools: [pool({ targetDedicatedNodes: 2 })],
        tasks: [],
        until: { kind: 'time', at: seconds(1200) },
        faults: [
          {
            kind: 'allocationFailure',
            poolId: 'pool',
            times: { kind: 'at', at: [0] },
            lasts: seconds(1000),
            share: 1,
            nodeKind: undefined,
            code,
          },
        ],
      }),
    );
    expect(record.pools[0]!.resizeErrors.map((error) => error.code)).toEqual([code]);
    expect(record.pools[0]!.resizeResults).toEqual({ [code]: 1 });
  },
);
