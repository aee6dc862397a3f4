import { traceFormatNames, traceFormats, type TraceFormat } from './trace-format.js';

/** Columns that only a Nextflow trace has; which of them it has is configurable. */
const nextflowColumns = new Set(['task_id', 'hash', 'native_id', 'realtime', 'peak_rss', 'rchar']);

/** Recognises a format by the first lines of a text; undefined where they fit none. */
export function detectByContent(start: string): TraceFormat | undefined {
  const text = start.trimStart();
  if (text.startsWith('[') || text.startsWith('{')) return 'azure-batch';
  if (text.startsWith(';')) return 'swf';
  const line = text.split('\n', 1)[0]!.trim();
  if (line.split('\t').filter((name) => nextflowColumns.has(name)).length >= 2) return 'nextflow';
  const words = line.split(/\s+/);
  if (words.length >= 11 && words.every((word) => /^[+-]?[\d.]+(?:[eE][+-]?\d+)?$/.test(word))) {
    return 'swf';
  }
  const names = line.split(',').map((name) => name.trim().replace(/^"|"$/g, ''));
  return names.length >= 2 && names.every((name) => /^[A-Za-z_][\w .-]*$/.test(name))
    ? 'csv'
    : undefined;
}

/** Recognises a format by the end of a file name, with or without `.gz`. */
export function detectByName(name: string): TraceFormat | undefined {
  const plain = name.toLowerCase().replace(/\.gz$/, '');
  return traceFormatNames.find((format) =>
    traceFormats[format].extensions.some((extension) => plain.endsWith(extension)),
  );
}
