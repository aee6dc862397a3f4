import { dependencyEventRules } from './dependency-event-rules.js';
import type { EventRule, LoggedEvent } from './event-rule.js';
import { InvariantError } from './invariant-error.js';
import { createLifeSeparator } from './separate-lives.js';
import { jobEventRules } from './job-event-rules.js';
import { jobScheduleEventRules } from './job-schedule-event-rules.js';
import { nodeEventRules } from './node-event-rules.js';
import { poolEventRules } from './pool-event-rules.js';
import { preparationEventRules } from './preparation-event-rules.js';
import { releaseEventRules } from './release-event-rules.js';
import { subtaskEventRules } from './subtask-event-rules.js';
import { taskEventRules } from './task-event-rules.js';

/** Everything that must hold of the stream of events (service.md section 14). */
export const eventRules: readonly EventRule[] = [
  ...poolEventRules,
  ...nodeEventRules,
  ...taskEventRules,
  ...dependencyEventRules,
  ...subtaskEventRules,
  ...preparationEventRules,
  ...jobEventRules,
  ...releaseEventRules,
  ...jobScheduleEventRules,
];

/** Checks the lines of an event log as they come; throws an InvariantError that names the rule, the line and the time. */
export function createEventChecker(): (lines: string) => void {
  const separate = createLifeSeparator();
  const rules = eventRules.map(({ name, create }) => ({ name, check: create() }));
  return (lines) => {
    for (const line of lines.split('\n')) {
      if (line === '') continue;
      const event = separate(JSON.parse(line) as LoggedEvent);
      for (const { name, check } of rules) {
        const wrong = check(event);
        if (wrong !== undefined) {
          throw new InvariantError(name, `${wrong} (at ${event.t / 1000} s, ${event.event})`);
        }
      }
    }
  };
}
