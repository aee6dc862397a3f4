import type { Span } from '../../base/text/source-text.js';

/** Part of a literal: characters as they stand, characters that the host writes in another way, or a part that it computes. */
export type Piece =
  | { readonly kind: 'copy'; readonly host: Span }
  | { readonly kind: 'escape'; readonly host: Span; readonly text: string }
  | { readonly kind: 'hole'; readonly host: Span };

/** Writes text as a host must write it; undefined where the form of the literal cannot hold it. */
export type Encode = (text: string) => string | undefined;

/** A text as a host language writes it. Host text between two pieces is no part of it (quotes, stripped indentation). */
export interface HostLiteral {
  readonly kind: 'literal';
  /** The whole literal, quotes included. */
  readonly host: Span;
  readonly pieces: readonly Piece[];
  readonly encode: Encode;
  /** Names with a `$` that a shell would replace before the service sees them; they are read as the text that was meant. */
  readonly expanded?: readonly Span[];
}

/** What stands where a formula is expected. */
export type HostValue =
  | HostLiteral
  | {
      readonly kind: 'file';
      readonly host: Span;
      readonly path: string;
      readonly templateVariables?: readonly string[];
    }
  | { readonly kind: 'dynamic'; readonly host: Span; readonly reason: string };

/** A value that was found, with its place for a person. */
export interface FoundValue {
  readonly address: string;
  readonly value: HostValue;
  /**
   * Why it is taken for a formula. `sink`: the service gets it, whatever it says. `name`: only its name says so, and a preset like
   * `"QUEUE"` is left alone.
   */
  readonly certainty: 'sink' | 'name';
}

/** Text of a piece; a hole has none. */
export function pieceText(hostText: string, piece: Piece): string {
  switch (piece.kind) {
    case 'copy':
      return hostText.slice(piece.host.start, piece.host.end);
    case 'escape':
      return piece.text;
    case 'hole':
      return '';
  }
}

/** The text of a literal whose holes are left out. */
export function literalText(hostText: string, { pieces }: HostLiteral): string {
  return pieces.map((piece) => pieceText(hostText, piece)).join('');
}
