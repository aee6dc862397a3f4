/** Lines longer than this are refused, so that a file without line breaks does not fill the memory. */
export const lineLimit = 1_048_576;

export type LineProblem = 'binary' | 'long-line';

const newline = 10;

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const result = new Uint8Array(a.length + b.length);
  result.set(a);
  result.set(b, a.length);
  return result;
}

function withoutByteOrderMark(bytes: Uint8Array): Uint8Array {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return marked ? bytes.subarray(3) : bytes;
}

/**
 * Hands out the bytes of a text in blocks of whole lines (only the last may lack its line break), without a byte order mark.
 * `visit` answers false to stop. The result names what makes the bytes unreadable as text; undefined if nothing does.
 */
export async function forEachLineBlock(
  bytes: AsyncIterable<Uint8Array>,
  visit: (block: Uint8Array) => boolean,
): Promise<LineProblem | undefined> {
  let rest: Uint8Array = new Uint8Array(0);
  let first = true;
  for await (const chunk of bytes) {
    if (chunk.includes(0)) return 'binary';
    let block = joined(rest, chunk);
    if (first && block.length >= 3) {
      block = withoutByteOrderMark(block);
      first = false;
    }
    const end = block.lastIndexOf(newline) + 1;
    rest = block.slice(end);
    if (rest.length > lineLimit) return 'long-line';
    if (end > 0 && !visit(block.subarray(0, end))) return undefined;
  }
  if (rest.length > 0) visit(rest);
  return undefined;
}

/** As `forEachLineBlock`, line by line as text, numbered from 1, without line breaks (`\n` or `\r\n`). */
export async function forEachLine(
  bytes: AsyncIterable<Uint8Array>,
  visit: (text: string, line: number) => boolean,
): Promise<LineProblem | undefined> {
  const decoder = new TextDecoder();
  let line = 0;
  return forEachLineBlock(bytes, (block) => {
    const text = decoder.decode(block);
    for (let start = 0; start < text.length;) {
      const found = text.indexOf('\n', start);
      const end = found < 0 ? text.length : found;
      const stop = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
      if (!visit(text.slice(start, stop), ++line)) return false;
      start = end + 1;
    }
    return true;
  });
}
