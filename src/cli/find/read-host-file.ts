import { readFileSync } from 'node:fs';

import type { SourceText } from '../../base/text/source-text.js';
import { fileErrorText } from '../io/file-error.js';

/** A text file with the encoding in which it goes back to disk. */
export interface HostFile {
  readonly source: SourceText;
  /** The bytes of a changed text: the same encoding, and a byte order mark where there was one. */
  readonly toBytes: (text: string) => Uint8Array;
}

/** Either the file, or why it cannot be used. */
export type ReadHostFile =
  | { readonly kind: 'text'; readonly file: HostFile }
  | { readonly kind: 'unusable'; readonly reason: string };

/** How much of a file is looked at for a zero byte, as git does to tell binary files. */
const binaryProbe = 8000;

/** Reads UTF-8, or UTF-16 with a byte order mark (PowerShell writes it). Positions do not count the mark. */
export function readHostFile(path: string): ReadHostFile {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const reason = fileErrorText(error);
    if (reason === undefined) throw error;
    return { kind: 'unusable', reason };
  }
  return decodeHostFile(path, bytes);
}

/** Decodes the bytes of a file; `name` is what messages call it. */
export function decodeHostFile(name: string, bytes: Uint8Array): ReadHostFile {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    const text = new TextDecoder('utf-16le').decode(bytes);
    const toBytes = (changed: string): Uint8Array => Buffer.from(`\ufeff${changed}`, 'utf16le');
    return { kind: 'text', file: { source: { name, text }, toBytes } };
  }
  if (bytes.subarray(0, binaryProbe).includes(0)) {
    return { kind: 'unusable', reason: 'it is binary; expected text' };
  }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const toBytes = (changed: string): Uint8Array =>
      Buffer.from(marked ? `\ufeff${changed}` : changed, 'utf8');
    return { kind: 'text', file: { source: { name, text }, toBytes } };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { kind: 'unusable', reason: 'it is not valid UTF-8' };
  }
}
