import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import type { ArrivalProcess } from '../../workload/generate/arrival-process.js';
import type { GeneratorSettings } from '../../workload/generate/generated-source.js';
import { scenarioDiagnostic } from '../scenario-diagnostics.js';
import type { GeneratorFile } from '../schema/task-source-schema.js';
import { taskSettingsOf } from './read-task-settings.js';

/** Whether time passes at all between the submissions of a process. */
function advances(process: ArrivalProcess): boolean {
  switch (process.kind) {
    case 'constant':
      return process.interval > 0;
    case 'uniform':
      return process.high > 0;
    case 'poisson':
      return process.meanInterval > 0;
    case 'bursts':
      return process.pause > 0 || advances(process.within);
  }
}

/** The settings of a generator; undefined if it would never end. */
export function generatorOf(
  file: GeneratorFile,
  document: TextDocument,
  path: DocumentPath,
  diagnostics: Diagnostic[],
): GeneratorSettings | undefined {
  const { source, keySpanOf } = document;
  const { arrivals, runTime, requiredSlots = 1, failureShare = 0, first = 0, count, until } = file;
  const span = keySpanOf([...path, 'arrivals']);
  if (count === undefined && until === undefined) {
    diagnostics.push(scenarioDiagnostic('unbounded-generator', span, undefined, { source }));
    return undefined;
  }
  if (count === undefined && !advances(arrivals)) {
    diagnostics.push(scenarioDiagnostic('endless-generator', span, undefined, { source }));
    return undefined;
  }
  const settings = taskSettingsOf(file);
  return {
    arrivals,
    runTime,
    requiredSlots,
    failureShare,
    first,
    ...(count === undefined ? {} : { count }),
    ...(until === undefined ? {} : { until }),
    ...(settings === undefined ? {} : { settings }),
  };
}
