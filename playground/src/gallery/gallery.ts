import followPending from './formulas/follow-pending.autoscale?raw';
import guardedAverage from './formulas/guarded-average.autoscale?raw';
import fallBack from './formulas/spot-with-fallback.autoscale?raw';
import halveDown from './formulas/halve-down.autoscale?raw';
import keepWarm from './formulas/keep-warm.autoscale?raw';
import officeHours from './formulas/office-hours.autoscale?raw';
import rateLimit from './formulas/rate-limit.autoscale?raw';

/** A real idiom with what it is good for and what it costs. */
export interface GalleryEntry {
  readonly id: string;
  readonly title: string;
  readonly explanation: string;
  readonly formula: string;
}

export const gallery: readonly GalleryEntry[] = [
  {
    id: 'guarded-average',
    title: 'Guarded average of pending tasks',
    explanation:
      'The usual start. GetSamplePercent asks first whether a window has enough samples, because GetSample of a thin window ends the evaluation with InsufficientSampleData: on a new pool always. With few samples the newest one counts.',
    formula: guardedAverage,
  },
  {
    id: 'follow-pending',
    title: 'Follow the newest sample',
    explanation:
      'Quick up and quick down. One late or missing sample moves the whole pool, and nodes that have just booted are thrown away again; watch the resizes in the chart.',
    formula: followPending,
  },
  {
    id: 'halve-down',
    title: 'Up at once, down by halves',
    explanation:
      'The larger of newest sample and average raises the target at once. When nothing is pending the target is halved at each evaluation, so a short lull costs little start-up time.',
    formula: halveDown,
  },
  {
    id: 'office-hours',
    title: 'Working hours',
    explanation:
      'A floor of nodes on working days. time() is UTC: add your offset, and remember that it does not know of summer time. Sunday is day 0.',
    formula: officeHours,
  },
  {
    id: 'keep-warm',
    title: 'One node kept warm',
    explanation:
      'The first task of the day does not wait for a boot, at the price of one node around the clock. Compare with a floor of 0 in A/B mode to see what that costs.',
    formula: keepWarm,
  },
  {
    id: 'rate-limit',
    title: 'Limited steps',
    explanation:
      'The target moves at most a few nodes at a time from what the pool has now. Protects against a wrong number of tasks; makes tasks wait in a burst.',
    formula: rateLimit,
  },
  {
    id: 'spot-with-fallback',
    title: 'Spot nodes with a dedicated fallback',
    explanation:
      'Work goes to spot nodes; dedicated ones replace those that are preempted. $CurrentLowPriorityNodes counts preempted nodes too, so they are taken off by $PreemptedNodeCount.',
    formula: fallBack,
  },
];
