/** How a task ended for good. */
export type Outcome = 'succeeded' | 'failed' | 'terminated';

/** Why a task is taken off its node; `unprepared`: the preparation task of its job failed there. */
export type Fate = Outcome | 'retried' | 'requeued' | 'recovered' | 'unprepared';
