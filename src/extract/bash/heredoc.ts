import type { Span } from '../../base/text/source-text.js';
import type { HostLiteral } from '../literal/host-literal.js';
import { createPieceList } from '../literal/piece-list.js';
import { expandedText, verbatimDocument } from './bash-text.js';

/** A here-document: its opening (`<<EOF`), its text, and what the command is given. */
export interface HereDocument {
  readonly opening: Span;
  readonly literal: HostLiteral;
}

const opening = /<<(-?)[ \t]*(?:(['"])([\w.-]+)\2|\\?([A-Za-z_][\w.-]*))/g;

/** The here-document that opens in a range of the script (a command), if one does. */
export function readHereDocument(
  text: string,
  command: Span,
  defined: ReadonlySet<string>,
): HereDocument | undefined {
  opening.lastIndex = command.start;
  const found = opening.exec(text);
  if (found === null || found.index >= command.end || text[found.index + 2] === '<')
    return undefined;
  const [whole, dash, quote, quotedName, name] = found;
  const marker = quotedName ?? name!;
  const start = text.indexOf('\n', found.index) + 1;
  if (start === 0) return undefined;
  const indent = dash === '-' ? '\\t*' : '';
  const end = new RegExp(`^${indent}${marker.replace(/[.]/g, '\\.')}\\r?$`, 'gm');
  end.lastIndex = start;
  const close = end.exec(text);
  if (close === null) return undefined;
  const content = { start, end: close.index };
  const host = { start: found.index, end: close.index + close[0].length };
  const verbatim = quote !== undefined || whole.includes('\\');
  const literal = verbatim
    ? verbatimDocument(host, content)
    : expandedText(text, host, content, 'document', defined);
  return {
    opening: { start: found.index, end: found.index + whole.length },
    literal: dash === '-' ? withoutTabs(text, literal) : literal,
  };
}

/** `<<-` takes the tabs from the beginning of each line. */
function withoutTabs(text: string, literal: HostLiteral): HostLiteral {
  const list = createPieceList();
  let tabs = '';
  for (const piece of literal.pieces) {
    if (piece.kind !== 'copy') {
      list.add([piece]);
      continue;
    }
    let { start: at } = piece.host;
    const { end } = piece.host;
    while (at < end) {
      const lineFeed = text.indexOf('\n', at);
      const to = lineFeed < 0 || lineFeed >= end ? end : lineFeed + 1;
      const stripped = text[at - 1] === '\n' ? /^\t*/.exec(text.slice(at, to))![0] : '';
      if (tabs === '') tabs = stripped;
      list.copy(at + stripped.length, to);
      at = to;
    }
  }
  const encode = (each: string): string | undefined =>
    literal.encode(each)?.replace(/\n(?=[^\r\n])/g, `\n${tabs}`);
  return { ...literal, pieces: list.pieces, encode };
}
