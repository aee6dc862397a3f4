import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';

import { readState, type PlaygroundState, type StateResult } from './playground-state.js';

/**
 * A link carries the state in its fragment, which browsers send to no server: a version digit, then deflated JSON in base64url. Links
 * of version 1 open for ever: test/playground/fixtures holds some.
 */
const version = '1';

/** Longest fragment that is read, in characters; browsers take longer ones, other programs cut them. */
export const maximumFragment = 200_000;
/** Longest state that a fragment may stand for, in bytes: a small link cannot fill the memory. */
export const maximumState = 2_000_000;

/** The fragment, without `#`. */
export function encodeLink(state: PlaygroundState): string {
  return version + toBase64Url(deflateSync(strToU8(JSON.stringify(state)), { level: 9 }));
}

/** Reads a fragment, with or without `#`. Whatever it holds, the answer is a state or a reason. */
export function decodeLink(fragment: string): StateResult {
  const text = fragment.startsWith('#') ? fragment.slice(1) : fragment;
  if (text.length > maximumFragment) return refused('it is longer than any link of the playground');
  if (!text.startsWith(version)) return refused('it is of a version that this page does not know');
  const packed = fromBase64Url(text.slice(1));
  if (packed === undefined) return refused(damaged);
  const json = inflateBounded(packed);
  if (json === undefined) return refused(damaged);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return refused(damaged);
  }
  return readState(value);
}

const damaged = 'it is cut off or damaged';

function refused(reason: string): StateResult {
  return { ok: false, reason };
}

function inflateBounded(packed: Uint8Array): string | undefined {
  const parts: Uint8Array[] = [];
  const state = { size: 0, finished: false };
  try {
    const inflate = new Inflate((part, final) => {
      state.size += part.length;
      if (state.size > maximumState) throw new RangeError('too large');
      parts.push(part);
      state.finished = final;
    });
    // In small pieces, so that the bound holds before memory is taken.
    const step = 4096;
    for (let at = 0; at < packed.length; at += step) {
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
    }
  } catch {
    return undefined;
  }
  if (!state.finished) return undefined;
  const whole = new Uint8Array(state.size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return strFromU8(whole);
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(strFromU8(bytes, true)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[\w-]+$/.test(text)) return undefined;
  try {
    return strToU8(atob(text.replaceAll('-', '+').replaceAll('_', '/')), true);
  } catch {
    return undefined;
  }
}
