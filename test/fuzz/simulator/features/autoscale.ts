import type { Draws } from '../../draws.js';
import type { Feature } from '../feature.js';

export const deallocationOptions: readonly string[] = [
  'requeue',
  'terminate',
  'taskcompletion',
  'retaineddata',
];

/** A formula that follows the queue; its conditions let some runs fail for want of samples. */
export function randomFormula(draws: Draws): string {
  const [dedicated, spot] = [draws.between(0, 4), draws.between(0, 4)];
  const minutes = draws.between(1, 10);
  const tasks = draws.pick([
    '$PendingTasks.GetSample(1)',
    `$ActiveTasks.GetSample(TimeInterval_Minute * ${minutes}, ${draws.pick([10, 50, 90])})`,
    `$RunningTasks.GetSample(TimeInterval_Minute * ${minutes})`,
    '$PendingTasks.GetSamplePercent(TimeInterval_Minute * 2) < 50 ? 1 : $PendingTasks.GetSample(1)',
  ]);
  return [
    `tasks = avg(${tasks});`,
    ...(draws.chance(0.2) ? ['tasks = tasks + rand() * 2;'] : []),
    ...(draws.chance(0.2) ? ['tasks = time().minute < 30 ? tasks : 0;'] : []),
    `$TargetDedicatedNodes = min(${dedicated}, tasks / ${draws.between(1, 4)});`,
    `$TargetLowPriorityNodes = min(${spot}, tasks / ${draws.between(1, 4)});`,
    ...(draws.chance(0.8) ? [`$NodeDeallocationOption = ${draws.pick(deallocationOptions)};`] : []),
  ].join('\n');
}

export const autoScale: Feature = {
  name: 'autoscale',
  share: 0.6,
  add(draft, draws) {
    for (const pool of draft.pools) {
      if (draws.chance(0.3)) continue;
      delete pool['targetDedicatedNodes'];
      delete pool['targetLowPriorityNodes'];
      pool['enableAutoScale'] = true;
      pool['autoScaleFormula'] = randomFormula(draws);
      pool['autoScaleEvaluationInterval'] = draws.pick([300, 300, 600, 900]);
    }
  },
};

export const autoScaleSettings: Feature = {
  name: 'settings of autoscale',
  share: 0.5,
  add({ parameters }, draws) {
    parameters['autoscale.first_eval'] = draws.pick(['at-enable', 'after-interval']);
    parameters['autoscale.evaluation_phase_s'] = draws.pick([0, 0.0005, 77]);
    parameters['autoscale.retry_same_target'] = draws.pick(['yes', 'no']);
    parameters['resize.autoscale_timeout_s'] = draws.pick([100, 400, 900]);
  },
};

export const sampling: Feature = {
  name: 'sampling',
  share: 0.6,
  add({ parameters }, draws) {
    parameters['sample.period_s'] = draws.pick([10, 30, 45]);
    parameters['sample.delay_s'] = draws.pick([0, 15, 60, 200]);
    parameters['sample.loss'] = draws.pick([0, 0.1, 0.6]);
    parameters['sample.finished_tasks'] = draws.pick(['cumulative', 'per-period']);
  },
};
