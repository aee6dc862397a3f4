import type { Scalar } from 'yaml';

/** Offset in the host file of an offset in the text of a scalar; undefined where the two do not correspond exactly. */
export type OffsetMap = (offset: number) => number | undefined;

const escapes: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** Host offsets of each character (and the end) of a quoted or plain scalar that stands in one line. */
function flowOffsets(
  host: string,
  start: number,
  end: number,
  type: string,
  value: string,
): Uint32Array | undefined {
  const quoted = type !== 'PLAIN';
  const offsets = new Uint32Array(value.length + 1);
  let at = quoted ? start + 1 : start;
  const stop = quoted ? end - 1 : end;
  let count = 0;
  while (at < stop && count < value.length) {
    offsets[count] = at;
    const character = host[at]!;
    // Line folding changes the number of characters.
    if (character === '\n') return undefined;
    if (type === 'QUOTE_DOUBLE' && character === '\\') {
      const letter = host[at + 1]!;
      at += 2 + (escapes.get(letter) ?? 0);
      // An escape beyond the basic plane stands for two UTF-16 units.
      if (letter === 'U' && (value.codePointAt(count) ?? 0) > 0xffff)
        offsets[++count] = offsets[count - 1]!;
    } else if (type === 'QUOTE_SINGLE' && character === "'") {
      at += 2;
    } else if (character === value[count]) {
      at++;
    } else {
      return undefined;
    }
    count++;
  }
  if (count !== value.length || at !== stop) return undefined;
  offsets[count] = stop;
  return offsets;
}

/** Host offsets of a literal block (`|`), whose lines differ from those of the file by their indentation only. */
function blockOffsets(
  host: string,
  start: number,
  end: number,
  value: string,
): Uint32Array | undefined {
  const offsets = new Uint32Array(value.length + 1);
  const headerEnd = host.indexOf('\n', start);
  if (headerEnd < 0) return undefined;
  let hostAt = headerEnd + 1;
  let valueAt = 0;
  let indent: number | undefined;
  while (valueAt < value.length) {
    const valueBreak = value.indexOf('\n', valueAt);
    const valueEnd = valueBreak < 0 ? value.length : valueBreak;
    const line = value.slice(valueAt, valueEnd);
    const hostBreak = host.indexOf('\n', hostAt);
    const hostEnd = hostBreak < 0 ? host.length : hostBreak;
    const hostLine = host.slice(hostAt, hostEnd).replace(/\r$/, '');
    if (line !== '') {
      indent ??= hostLine.length - line.length;
      if (hostLine.slice(indent) !== line) return undefined;
    }
    const lineStart = hostAt + (line === '' ? 0 : indent!);
    for (let index = 0; index <= line.length; index++) offsets[valueAt + index] = lineStart + index;
    valueAt = valueEnd + 1;
    hostAt = hostEnd + 1;
  }
  offsets[value.length] = Math.min(hostAt, Math.max(start, end));
  return offsets;
}

/** Maps offsets in the text of a YAML scalar to offsets in the file around it. */
export function createOffsetMap(host: string, scalar: Scalar): OffsetMap {
  const { range, type, value } = scalar;
  if (!range || typeof value !== 'string') return () => undefined;
  const [start, end] = range;
  const offsets =
    type === 'BLOCK_LITERAL'
      ? blockOffsets(host, start, end, value)
      : type === 'PLAIN' || type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE'
        ? flowOffsets(host, start, end, type, value)
        : undefined;
  return (offset) => offsets?.[Math.min(offset, value.length)];
}
