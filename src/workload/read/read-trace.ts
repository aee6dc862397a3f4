import type { DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import { nearestName } from '../../base/text/nearest-name.js';
import type { TaskTable } from '../task-table.js';
import { detectByContent, detectByName } from './detect-format.js';
import { gunzip, isGzip, type Decompress } from './gunzip.js';
import { isTraceFormat, traceFormatNames, traceFormats, type TraceFormat } from './trace-format.js';
import type { TraceOptions } from './trace-options.js';
import { refused } from './trace-report.js';

export interface ReadTraceOptions extends TraceOptions {
  /** Name of a format; without it, the content and then the name of the file decide. */
  readonly format?: string;
  /** What decompresses gzip; by default what every platform has. */
  readonly gunzip?: Decompress;
}

const peekLength = 4096;

/** The first bytes of a stream, and the stream with those bytes put back. */
async function peek(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly start: Uint8Array; readonly bytes: AsyncIterable<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < peekLength) {
    const next = await iterator.next();
    if (next.done === true) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  const start = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    start.set(chunk, at);
    at += chunk.length;
  }
  return { start, bytes: resumed(start, iterator) };
}

async function* resumed(
  start: Uint8Array,
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    if (start.length > 0) yield start;
    for (;;) {
      const next = await iterator.next();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

function chooseFormat(
  name: string,
  wanted: string | undefined,
  start: string,
): TraceFormat | DiagnosticResult<TaskTable> {
  const formats = traceFormatNames.join(', ');
  const found = detectByContent(start);
  const firstLine = start.split(/\r?\n/, 1)[0]!;
  if (wanted === undefined) {
    return (
      found ?? detectByName(name) ?? refused(name, 'unknown-trace-format', { formats }, firstLine)
    );
  }
  if (!isTraceFormat(wanted)) {
    const near = nearestName(wanted, traceFormatNames);
    return refused(name, 'no-such-format', { wanted, formats, near });
  }
  if (found !== undefined && found !== wanted) {
    return refused(name, 'wrong-trace-format', { wanted, found }, firstLine);
  }
  return wanted;
}

/**
 * Reads a trace in any known format, plain or compressed with gzip. Errors of `bytes` itself (a file that cannot be opened)
 * are passed on to the caller; everything else is a diagnostic.
 */
export async function readTrace(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadTraceOptions,
): Promise<DiagnosticResult<TaskTable>> {
  const { name } = options;
  const outer = await peek(bytes);
  const compressed = isGzip(outer.start);
  const plain = compressed ? (options.gunzip ?? gunzip)(outer.bytes) : undefined;
  const inner = plain === undefined ? outer : await peek(plain.bytes);
  const damaged = (): boolean => plain?.state.damaged === true;
  if (inner.start.includes(0)) return refused(name, 'binary-trace', undefined);
  const start = new TextDecoder().decode(inner.start);
  if (start.trim() === '')
    return refused(name, damaged() ? 'damaged-gzip' : 'empty-trace', undefined);
  const format = chooseFormat(name, options.format, start);
  if (typeof format !== 'string') return format;
  const result = await traceFormats[format].read(inner.bytes, options);
  return damaged() ? refused(name, 'damaged-gzip', undefined) : result;
}
