import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import type { Decompress } from '../../workload/read/gunzip.js';

/** Large, because every chunk costs a way through the event loop: the web stream has 16 KB, and takes twice as long as the work. */
const chunkSize = 262_144;

/** Decompresses gzip with Node's own stream; what it promises stands at `Decompress`. */
export const gunzip: Decompress = (input) => {
  const state = { damaged: false };
  return { state, bytes: inflate(input, state) };
};

async function* inflate(
  input: AsyncIterable<Uint8Array>,
  state: { damaged: boolean },
): AsyncGenerator<Uint8Array> {
  const source = Readable.from(input, { objectMode: false });
  const unpacked = createGunzip({ chunkSize });
  let inputError: { readonly error: unknown } | undefined;
  source.on('error', (error) => {
    inputError = { error };
    unpacked.destroy(error);
  });
  source.pipe(unpacked);
  try {
    for await (const chunk of unpacked) yield chunk as Uint8Array;
  } catch {
    if (inputError === undefined) state.damaged = true;
  } finally {
    // A consumer that stops early must not leave the file open.
    source.destroy();
  }
  if (inputError !== undefined) throw inputError.error;
}
