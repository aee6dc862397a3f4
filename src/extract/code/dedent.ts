import type { HostLiteral } from '../literal/host-literal.js';
import { cookText, createPieceList } from '../literal/piece-list.js';

/** What `textwrap.dedent` leaves of a text: the indentation that all its lines share is taken away, and blank lines are emptied. */
export function dedentLiteral(hostText: string, literal: HostLiteral): HostLiteral {
  const cooked = cookText(hostText, literal.pieces);
  const lines = cooked.text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)![0]);
  const margin =
    indents.reduce<string | undefined>(
      (shared, indent) => (shared === undefined ? indent : commonStart(shared, indent)),
      undefined,
    ) ?? '';
  const list = createPieceList();
  let at = 0;
  for (const line of lines) {
    const blank = line.trim() === '';
    const from = blank ? at + line.length - (line.endsWith('\n') ? 1 : 0) : at + margin.length;
    list.add(cooked.slice({ start: from, end: at + line.length }));
    at += line.length;
  }
  const encode = (text: string): string | undefined =>
    literal.encode(text.replace(/\n(?=[^\r\n])/g, `\n${margin}`));
  return { ...literal, pieces: list.pieces, encode };
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
