import type { Severity } from '../../base/diagnostics/diagnostic.js';

const ranks: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** Whether a severity is as bad as a level, or worse. */
export function reaches(severity: Severity, level: Severity): boolean {
  return ranks[severity] >= ranks[level];
}
