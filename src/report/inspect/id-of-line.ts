import type { Subject } from './life-entry.js';
import { recordOf, textOf, type LogLine } from './log-line.js';

/** The id that a line gives for a kind of thing; undefined where it is not about one. */
export function idOf({ event, body }: LogLine, kind: Subject['kind']): string | undefined {
  const isTask =
    event.startsWith('Task') ||
    event.startsWith('Subtask') ||
    (event === 'Operation' && 'id' in body);
  switch (kind) {
    case 'job':
      return textOf(body, event === 'JobStateChange' ? 'id' : 'jobId') || undefined;
    case 'jobSchedule':
      return jobScheduleOf(event, body);
    case 'task':
      return isTask ? `${textOf(body, 'jobId')}/${textOf(body, 'id')}` : undefined;
    case 'node': {
      const runs = isTask || event === 'SpecialTask';
      const node = runs ? textOf(recordOf(body, 'nodeInfo'), 'nodeId') : textOf(body, 'nodeId');
      return node === '' ? undefined : node;
    }
    case 'pool':
      if (namesItsPool.has(event)) return textOf(body, 'poolId') || undefined;
      return event.startsWith('Pool') ? textOf(body, 'id') : undefined;
  }
}

/** Events that are not of a pool but may be about one. */
const namesItsPool = new Set(['Operation', 'Fault', 'OSUpgradeWithoutPool']);

/** Ids of jobs have no colon but those that a schedule made: `nightly:job-3` (S3.4). */
const jobOfSchedule = /^(.+):job-\d+$/;

function jobScheduleOf(event: string, body: LogLine['body']): string | undefined {
  if (event.startsWith('JobSchedule')) return textOf(body, 'id');
  const id = textOf(body, 'jobScheduleId');
  if (id !== '' || event !== 'Operation' || 'id' in body) return id || undefined;
  return jobOfSchedule.exec(textOf(body, 'jobId'))?.[1];
}
