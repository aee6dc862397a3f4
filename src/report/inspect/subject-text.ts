import type { Subject } from './life-entry.js';

/** `render`, `frames/task-17`: as a user writes it. */
export function idText(subject: Subject): string {
  switch (subject.kind) {
    case 'job':
      return subject.jobId;
    case 'jobSchedule':
      return subject.jobScheduleId;
    case 'task':
      return `${subject.jobId}/${subject.taskId}`;
    case 'node':
      return subject.nodeId;
    case 'pool':
      return subject.poolId;
  }
}

/** What the subject is, in words. */
export function kindText({ kind }: Subject): string {
  return kind === 'jobSchedule' ? 'job schedule' : kind;
}
