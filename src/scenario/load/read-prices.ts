import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import { nearestName } from '../../base/text/nearest-name.js';
import type { PriceBook } from '../../pricing/price-book.js';
import { priceBookOf, readPriceBook } from '../../pricing/read-price-book.js';
import { scenarioDiagnostic } from '../scenario-diagnostics.js';
import { withFile, type ScenarioFiles } from '../scenario-files.js';
import type { PoolFile } from '../schema/pool-schema.js';
import type { PriceReference, ScenarioFile } from '../schema/scenario-schema.js';

async function readReference(
  reference: PriceReference,
  document: TextDocument,
  files: ScenarioFiles,
  diagnostics: Diagnostic[],
): Promise<PriceBook | undefined> {
  const path = files.resolve(document.source.name, reference.file);
  const text = await withFile(document, ['prices', 'file'], path, diagnostics, () =>
    files.readText(path),
  );
  if (text === undefined) return undefined;
  const book = readPriceBook(text);
  diagnostics.push(...book.diagnostics);
  const { currency } = reference;
  if (book.value === undefined || currency === undefined || currency === book.value.currency) {
    return book.value;
  }
  const { source, spanOf } = document;
  const parameters = { file: reference.file, found: book.value.currency, wanted: currency };
  diagnostics.push(
    scenarioDiagnostic('price-currency', spanOf(['prices', 'currency']), parameters, { source }),
  );
  return undefined;
}

/** A pool, and where it is written. */
interface WrittenPool {
  readonly file: PoolFile;
  readonly path: DocumentPath;
}

/** Every pool needs a price for its size, and one for spot nodes where it asks for some. */
function checkPrices(
  book: PriceBook,
  pools: readonly WrittenPool[],
  document: TextDocument,
): Diagnostic[] {
  const { source, spanOf } = document;
  return pools.flatMap(({ file: { vmSize, targetLowPriorityNodes = 0 }, path }) => {
    const prices = book.nodeHour.get(vmSize);
    const known = [...book.nodeHour.keys()];
    if (prices !== undefined && (prices.spot !== undefined || targetLowPriorityNodes === 0)) {
      return [];
    }
    const kind = prices === undefined ? 'dedicated' : 'spot';
    const near = prices === undefined ? nearestName(vmSize, known) : undefined;
    const list = known.length === 0 ? {} : { help: `prices are given for ${known.join(', ')}` };
    const help = near === undefined ? list : { help: `did you mean ${near}?` };
    const span = spanOf([...path, 'vmSize']);
    const parameters = { vmSize, kind };
    return [scenarioDiagnostic('pool-without-price', span, parameters, { source, ...help })];
  });
}

/** The prices of a scenario; undefined where it gives none and after an error. */
export async function readPrices(
  scenario: ScenarioFile,
  addedPools: readonly WrittenPool[],
  document: TextDocument,
  files: ScenarioFiles,
  diagnostics: Diagnostic[],
): Promise<PriceBook | undefined> {
  const { prices, pools } = scenario;
  if (prices === undefined) return undefined;
  const book =
    'file' in prices
      ? await readReference(prices, document, files, diagnostics)
      : priceBookOf(prices);
  const fromStart = pools.map((file, index) => ({ file, path: ['pools', index] }));
  if (book !== undefined) {
    diagnostics.push(...checkPrices(book, [...fromStart, ...addedPools], document));
  }
  return book;
}
