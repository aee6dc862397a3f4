import type { LineProblem } from './line-blocks.js';

/** A JSON trace is read as one text; larger ones are refused instead of filling the memory. */
export const wholeTextLimit = 268_435_456;

/** All bytes as one text without a byte order mark. */
export async function readWholeText(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly text: string } | { readonly problem: LineProblem | 'long-trace' }> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    if (chunk.includes(0)) return { problem: 'binary' };
    size += chunk.length;
    if (size > wholeTextLimit) return { problem: 'long-trace' };
    parts.push(decoder.decode(chunk, { stream: true }));
  }
  parts.push(decoder.decode());
  return { text: parts.join('') };
}
