import type { Severity } from '../../base/diagnostics/diagnostic.js';
import { nearestName } from '../../base/text/nearest-name.js';
import { rulesById } from '../../lint/rule-table.js';
import { CommandError } from '../command-error.js';

const levels = ['off', 'info', 'warning', 'error'] as const;

function isLevel(text: string): text is Severity | 'off' {
  return (levels as readonly string[]).includes(text);
}

/** Reads `--rule id=level`. */
export function readLevels(options: readonly string[]): ReadonlyMap<string, Severity | 'off'> {
  return new Map(
    options.map((option) => {
      const [id = '', level = ''] = option.split('=', 2);
      if (!isLevel(level)) {
        throw new CommandError(
          `--rule ${option}: expected id=level with off, info, warning or error`,
        );
      }
      const rule = rulesById.get(id);
      if (rule === undefined) {
        const near = nearestName(id, rulesById.keys());
        const hint = near === undefined ? '' : `; did you mean ${near}?`;
        throw new CommandError(`--rule ${option}: there is no rule ${id}${hint}`);
      }
      if (!rule.canTurnOff && level !== 'error') {
        throw new CommandError(
          `--rule ${option}: the service refuses what ${id} finds, so its level stays error`,
        );
      }
      return [id, level];
    }),
  );
}
