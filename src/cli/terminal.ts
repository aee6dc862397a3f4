import { plainPalette, renderDiagnostic, type Palette } from '../base/diagnostics/render.js';
import { hasErrors, type Diagnostic } from '../base/diagnostics/diagnostic.js';

/** Where a command writes to. */
export interface Terminal {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Colours of standard output. */
  readonly palette: Palette;
  /** Colours of standard error. */
  readonly errorPalette: Palette;
}

function ansi(open: number, close: number): (text: string) => string {
  return (text) => (text === '' ? text : `\u001b[${open}m${text}\u001b[${close}m`);
}

const colours: Palette = {
  error: ansi(31, 39),
  warning: ansi(33, 39),
  info: ansi(36, 39),
  faint: ansi(2, 22),
  bold: ansi(1, 22),
};

/** FORCE_COLOR beats NO_COLOR (as in Node itself), and both beat what the stream is (https://no-color.org). */
export function usesColour(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}

export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  return {
    stdout,
    stderr,
    palette: usesColour(stdout, env) ? colours : plainPalette,
    errorPalette: usesColour(stderr, env) ? colours : plainPalette,
  };
}

/** Prints diagnostics to standard error, errors first; the rest is left out when `quiet`. */
export function printDiagnostics(
  terminal: Terminal,
  diagnostics: readonly Diagnostic[],
  quiet: boolean = false,
): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const others = diagnostics.filter(({ severity }) => severity !== 'error');
  const shown = quiet && !hasErrors(diagnostics) ? [] : [...errors, ...others];
  for (const diagnostic of shown) {
    terminal.stderr.write(`${renderDiagnostic(diagnostic, terminal.errorPalette)}\n`);
  }
}

/** One line of an error that has no place in a file. */
export function printError(terminal: Terminal, message: string): void {
  terminal.stderr.write(`${terminal.errorPalette.error('error')}: ${message}\n`);
}
