import type { Feature } from '../feature.js';

/** Allocation, boot, removal and scheduling that take time; without this feature they take none. */
export const slowNodes: Feature = {
  name: 'time for nodes',
  share: 0.85,
  add({ parameters }, draws) {
    parameters['alloc.first_node_s'] = draws.pick([{ uniform: [0, 400] }, { constant: 200 }]);
    parameters['alloc.extra_node_s'] = { exponential: { mean: 10 } };
    parameters['alloc.slow_node_share'] = draws.pick([0, 0.3]);
    parameters['node.creating_to_idle_s'] = { uniform: [20, 90] };
    parameters['node.leaving_s'] = { uniform: [0, 60] };
    parameters['sched.latency_s'] = draws.pick([0, { uniform: [0, 10] }]);
  },
};

export const startTask: Feature = {
  name: 'start task',
  share: 0.4,
  add(draft, draws) {
    for (const pool of draft.pools) {
      pool['startTask'] = {
        runTime: draws.between(0, 60),
        waitForSuccess: draws.chance(0.7),
        maxTaskRetryCount: draws.between(0, 2),
        failureShare: draws.pick([0, 0.2]),
      };
    }
  },
};

export const preemption: Feature = {
  name: 'preemption',
  share: 0.5,
  add({ parameters }, draws) {
    parameters['preempt.rate_per_hour'] = draws.pick([0.5, 3]);
    parameters['preempt.return_s'] = { uniform: [0, 600] };
    parameters['preempt.raises_requeueCount'] = draws.pick(['no', 'yes']);
  },
};

export const shrinking: Feature = {
  name: 'ways to shrink',
  share: 0.6,
  add({ parameters }, draws) {
    parameters['shrink.order'] = draws.pick(['idle-first', 'newest-first', 'random']);
    parameters['shrink.draining_state'] = draws.pick(['leavingpool', 'running']);
  },
};

export const billing: Feature = {
  name: 'billing',
  share: 0.5,
  add({ parameters }, draws) {
    parameters['bill.from'] = draws.pick(['creating', 'starting']);
    parameters['bill.quantum_s'] = draws.pick([1, 60, 3600]);
  },
};

export const quota: Feature = {
  name: 'core quotas',
  share: 0.3,
  add(draft, draws) {
    for (const pool of draft.pools) {
      pool['cores'] = draws.pick([2, 4]);
      if (draws.chance(0.5)) pool['vmFamily'] = 'standardDSv5Family';
    }
    draft.more['account'] = {
      dedicatedCoreQuota: draws.pick([8, 12]),
      lowPriorityCoreQuota: draws.pick([0, 8, 12]),
      dedicatedCoreQuotaPerVMFamily: [{ name: 'standardDSv5Family', coreQuota: 6 }],
    };
  },
};
