import { checkDocument } from '../base/document/check-document.js';
import { readDocument } from '../base/document/read-document.js';
import type { DiagnosticResult } from '../base/diagnostics/diagnostic.js';
import type { SourceText } from '../base/text/source-text.js';
import type { NodePrices, PriceBook } from './price-book.js';
import { priceBookSchema, type PriceBookFile } from './price-book-schema.js';

/** The price book that a checked file describes. */
export function priceBookOf(file: PriceBookFile): PriceBook {
  const remarks = [file.note, file.date].filter((remark) => remark !== undefined);
  const nodeHour = new Map<string, NodePrices>(
    Object.entries(file.nodeHour).map(([vmSize, { dedicated, spot }]) => [
      vmSize,
      spot === undefined ? { dedicated } : { dedicated, spot },
    ]),
  );
  return {
    currency: file.currency,
    ...(remarks.length === 0 ? {} : { note: remarks.join(', ') }),
    nodeHour,
  };
}

/** Reads a price book from YAML or JSON. */
export function readPriceBook(source: SourceText): DiagnosticResult<PriceBook> {
  const document = readDocument(source);
  if (document.value === undefined) return { diagnostics: document.diagnostics };
  const { value, diagnostics } = checkDocument(document.value, priceBookSchema);
  return value === undefined ? { diagnostics } : { value: priceBookOf(value), diagnostics };
}
