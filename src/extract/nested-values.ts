import type { CookedText } from './literal/piece-list.js';
import { createPieceList } from './literal/piece-list.js';
import { wholeAddress } from './whole-text.js';
import type { FoundValue, HostLiteral, HostValue } from './literal/host-literal.js';

/** Moves what was found in a nested text to the places of the file around it. */
export function valueInHost(value: HostValue, cooked: CookedText, outer: HostLiteral): HostValue {
  const host = cooked.toHost(value.host);
  if (value.kind !== 'literal') return { ...value, host };
  const list = createPieceList();
  for (const piece of value.pieces) {
    const place = cooked.toHost(piece.host);
    if (piece.kind === 'copy') list.add(cooked.slice(piece.host));
    else if (piece.kind === 'escape') list.escape(place.start, place.end, piece.text);
    else list.hole(place.start, place.end);
  }
  const encode = (text: string): string | undefined => {
    const inner = value.encode(text);
    return inner === undefined ? undefined : outer.encode(inner);
  };
  return { kind: 'literal', host, pieces: list.pieces, encode };
}

/** The address inside a nested text, led by that of the text; a text that is a formula has the address of the text. */
export function addressInHost({ address }: FoundValue, outer: string | undefined): string {
  if (outer === undefined) return address;
  return address === wholeAddress ? outer : `${outer} ${address}`;
}
