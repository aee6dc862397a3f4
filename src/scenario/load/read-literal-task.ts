import type { LiteralTask } from '../../workload/literal-source.js';
import type { LiteralTaskFile } from '../schema/task-source-schema.js';
import { taskSettingsOf } from './read-task-settings.js';

/** A task that a scenario writes out, with the defaults of the REST interface. */
export function literalTaskOf(file: LiteralTaskFile): LiteralTask {
  const { id, runTime, submit = 0, requiredSlots = 1, exitCode = 0 } = file;
  const settings = taskSettingsOf(file);
  return {
    id,
    submitTime: submit,
    runTime,
    requiredSlots,
    // Windows exit codes may be written unsigned (0xC000013A = 3221225786).
    exitCode: exitCode | 0,
    ...(settings === undefined ? {} : { settings }),
  };
}
