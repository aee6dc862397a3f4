import type { SimulationProgress } from '../simulator/simulation.js';
import { formatDuration } from '../report/format/duration.js';
import { formatNumber } from '../report/format/number.js';

/** `night: 3d 4h simulated, 12,000 of 50,000 tasks done`. */
export function progressText(name: string, progress: SimulationProgress): string {
  const { atSeconds, tasksFinished, taskCount } = progress;
  const of = taskCount === undefined ? '' : ` of ${formatNumber(taskCount)}`;
  return `${name}: ${formatDuration(atSeconds)} simulated, ${formatNumber(tasksFinished)}${of} tasks done`;
}
