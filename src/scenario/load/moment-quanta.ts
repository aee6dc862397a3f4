import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import type { Quanta } from '../../base/time/quanta.js';
import { ticksPerQuantum, type Timestamp } from '../../base/time/ticks.js';
import { scenarioDiagnostic } from '../scenario-diagnostics.js';
import type { Moment } from '../schema/time-fields.js';

/** A point of the run in quanta since its start; a point before the start is an error. */
export function momentQuanta(
  moment: Moment,
  start: Timestamp,
  document: TextDocument,
  path: DocumentPath,
  diagnostics: Diagnostic[],
): Quanta {
  if (moment.kind === 'duration') return moment.duration;
  const at = Math.round((moment.instant - start) / ticksPerQuantum);
  if (at < 0) {
    const { source, spanOf } = document;
    const span = spanOf(path);
    diagnostics.push(scenarioDiagnostic('moment-before-start', span, undefined, { source }));
  }
  return at;
}
