/** Bytes after decompression, and whether that failed; look at `damaged` after the last chunk. */
export interface Gunzip {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly state: { damaged: boolean };
}

/**
 * Decompresses gzip. Errors of the input itself (a file that cannot be read) are passed on; damaged data end the bytes and are noted
 * in `state`.
 */
export type Decompress = (input: AsyncIterable<Uint8Array>) => Gunzip;

export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

/** With the web standard stream that Node and browsers share. */
export const gunzip: Decompress = (input) => {
  const state = { damaged: false };
  return { state, bytes: inflate(input, state) };
};

async function* inflate(
  input: AsyncIterable<Uint8Array>,
  state: { damaged: boolean },
): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip');
  const inputError: { error?: unknown } = {};
  const writer = writable.getWriter();
  const feeding = feed(input, writer, inputError);
  const reader = readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
  } catch {
    state.damaged = true;
  } finally {
    // A consumer that stops early must not leave the file open.
    await reader.cancel().catch(ignore);
    await writer.abort().catch(ignore);
    await feeding;
  }
  if ('error' in inputError) throw inputError.error;
}

async function feed(
  input: AsyncIterable<Uint8Array>,
  writer: WritableStreamDefaultWriter,
  inputError: { error?: unknown },
): Promise<void> {
  const iterator = input[Symbol.asyncIterator]();
  for (;;) {
    let next: IteratorResult<Uint8Array>;
    try {
      next = await iterator.next();
    } catch (error) {
      inputError.error = error;
      await writer.abort(error).catch(ignore);
      return;
    }
    try {
      if (next.done === true) {
        await writer.close();
        return;
      }
      await writer.write(next.value);
    } catch {
      // The reading half reports damaged data; here only the input is let go.
      await iterator.return?.();
      return;
    }
  }
}

/** The stream has failed or ended already; its reading half says so. */
function ignore(): undefined {
  return undefined;
}
