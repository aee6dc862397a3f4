import type { Palette } from '../../base/diagnostics/render.js';
import type { Note } from '../notes/note.js';
import { printable, textWidth } from './text-width.js';

const lineWidth = 100;

/** The notes as a list, warnings first; long ones go on in the next line. */
export function noteLines(notes: readonly Note[], palette: Palette): string[] {
  if (notes.length === 0) return [];
  const warnings = notes.filter(({ severity }) => severity === 'warning');
  const infos = notes.filter(({ severity }) => severity === 'info');
  return [
    '',
    ...warnings.flatMap(({ text }) => item(palette.warning('warning:'), 9, text)),
    ...infos.flatMap(({ text }) => item(palette.faint('note:'), 6, text)),
  ];
}

function item(head: string, headWidth: number, text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text).split(' ')) {
    if (line !== '' && headWidth + textWidth(line) + 1 + textWidth(word) > lineWidth) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.map((part, i) => (i === 0 ? `${head} ${part}` : `${' '.repeat(headWidth)}${part}`));
}
