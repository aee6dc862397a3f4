import { checkDocument } from '../../base/document/check-document.js';
import { readDocument } from '../../base/document/read-document.js';
import { hasErrors, type Diagnostic } from '../../base/diagnostics/diagnostic.js';
import { ticksPerQuantum, type Timestamp } from '../../base/time/ticks.js';
import { parametersSchema } from '../../scenario/schema/parameter-schema.js';
import { untilField, type UntilFile } from '../../scenario/schema/time-fields.js';
import type { RunUntil } from '../../simulator/input/simulation-input.js';
import type { Parameters } from '../../simulator/parameters/parameters.js';
import { CommandError } from '../command-error.js';
import { printDiagnostics, type Terminal } from '../terminal.js';

/** Prints errors and ends the command with them. */
export function failOnErrors(terminal: Terminal, diagnostics: readonly Diagnostic[]): void {
  if (!hasErrors(diagnostics)) return;
  printDiagnostics(terminal, diagnostics);
  throw new CommandError();
}

/** `--param name=value`, checked as the scenario file's `parameters` are. */
export function readParameters(
  terminal: Terminal,
  assignments: readonly string[],
): Partial<Parameters> {
  if (assignments.length === 0) return {};
  for (const assignment of assignments) {
    if (!assignment.includes('=')) {
      throw new CommandError(`--param ${assignment}: expected name=value`);
    }
  }
  const text = assignments.map((assignment) => assignment.replace('=', ': ')).join('\n');
  const document = readDocument({ name: '--param', text });
  failOnErrors(terminal, document.diagnostics);
  const checked = checkDocument(document.value!, parametersSchema);
  failOnErrors(terminal, checked.diagnostics);
  return checked.value!;
}

/** `--until`; an instant is put on the clock of the run by `untilOnClock`. */
export function readUntil(text: string | undefined): UntilFile | undefined {
  if (text === undefined) return undefined;
  const { success, data, error } = untilField().safeParse(text);
  if (success) return data;
  throw new CommandError(`--until ${text}: expected ${error.issues[0]!.message}`);
}

export function untilOnClock(until: UntilFile, start: Timestamp): RunUntil {
  switch (until.kind) {
    case 'drained':
      return until;
    case 'duration':
      return { kind: 'time', at: until.duration };
    case 'instant': {
      const at = Math.round((until.instant - start) / ticksPerQuantum);
      if (at > 0) return { kind: 'time', at };
      throw new CommandError('--until is not after the start of the run');
    }
  }
}
