import type { Diagnostic } from './diagnostic.js';
import { createLineTable } from '../text/source-text.js';

/** How the terminal frame is coloured; identity functions where there is no colour. */
export interface Palette {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly bold: (text: string) => string;
}

const same = (text: string): string => text;
export const plainPalette: Palette = {
  error: same,
  warning: same,
  info: same,
  faint: same,
  bold: same,
};

/** `name:line:column`, the form that editors and terminals make clickable. */
export function locationText(diagnostic: Diagnostic): string {
  if (diagnostic.source === undefined) return '';
  const { line, column } = createLineTable(diagnostic.source.text).position(diagnostic.span.start);
  return `${diagnostic.source.name}:${line}:${column}`;
}

/** One diagnostic with its source line and a marker under the range, in the shape that rustc made familiar. */
export function renderDiagnostic(diagnostic: Diagnostic, palette: Palette = plainPalette): string {
  const paint = palette[diagnostic.severity];
  const head = `${paint(`${diagnostic.severity}[${diagnostic.code}]`)}: ${palette.bold(diagnostic.message)}`;
  const help = diagnostic.help === undefined ? [] : [`   = help: ${diagnostic.help}`];
  if (diagnostic.source === undefined) return [head, ...help].join('\n');

  const table = createLineTable(diagnostic.source.text);
  const { line, column } = table.position(diagnostic.span.start);
  const text = table.lineText(line);
  const length = Math.max(
    1,
    Math.min(diagnostic.span.end - diagnostic.span.start, text.length - column + 1),
  );
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  // Tabs stay tabs under the source line, so that the marker stands below its text in any terminal.
  const indent = text.slice(0, column - 1).replace(/[^\t]/g, ' ');
  return [
    head,
    `${palette.faint(`${gutter}-->`)} ${locationText(diagnostic)}`,
    palette.faint(`${gutter} |`),
    `${palette.faint(`${number} |`)} ${text}`,
    `${palette.faint(`${gutter} |`)} ${indent}${paint('^'.repeat(length))}`,
    ...help,
  ].join('\n');
}
