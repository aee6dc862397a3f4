import { Decimal } from 'decimal.js';

import { defineDiagnostics } from '../base/diagnostics/define-diagnostics.js';
import type { Diagnostic, DiagnosticResult } from '../base/diagnostics/diagnostic.js';
import { nearestName } from '../base/text/nearest-name.js';
import { quantaPerHour, type Quanta } from '../base/time/quanta.js';
import type { CostLine, CostStatement } from './cost-statement.js';
import type { NodeKind, PriceBook } from './price-book.js';

/** Billed node time of one kind in one pool, in quanta. */
export interface BilledNodeTime {
  readonly poolId: string;
  readonly vmSize: string;
  readonly kind: NodeKind;
  readonly billed: Quanta;
}

/** Enough digits that quanta times price is exact; only the division by the quanta of an hour can round, at the 40th digit. */
const Money = Decimal.clone({ precision: 40, toExpNeg: -1e9, toExpPos: 1e9 });

const report = defineDiagnostics({
  'no-price': {
    severity: 'error',
    message: ({ vmSize, kind }: { vmSize: string; kind: NodeKind }) =>
      `the price book has no ${kind} price for vmSize ${vmSize}`,
  },
});

/**
 * Multiplies node time with prices, once, at the end: node time is exact, and money is decimal. Lines without node time are
 * left out. An error names each VM size that has node time and no price.
 */
export function costOf(
  nodeTime: readonly BilledNodeTime[],
  book: PriceBook,
): DiagnosticResult<CostStatement> {
  const lines: CostLine[] = [];
  const diagnostics: Diagnostic[] = [];
  let total = new Money(0);
  for (const { poolId, vmSize, kind, billed } of nodeTime) {
    if (billed === 0) continue;
    const price = book.nodeHour.get(vmSize)?.[kind];
    if (price === undefined) {
      const isListed = book.nodeHour.has(vmSize);
      const near = isListed ? undefined : nearestName(vmSize, book.nodeHour.keys());
      const extras = near === undefined ? {} : { help: `did you mean ${near}?` };
      diagnostics.push(report('no-price', { start: 0, end: 0 }, { vmSize, kind }, extras));
      continue;
    }
    const hours = new Money(billed).div(quantaPerHour);
    const cost = new Money(billed).mul(price).div(quantaPerHour);
    total = total.add(cost);
    lines.push({
      poolId,
      kind,
      nodeHours: hours.toString(),
      pricePerNodeHour: price,
      cost: cost.toString(),
    });
  }
  if (diagnostics.length > 0) return { diagnostics };
  const note = book.note === undefined ? {} : { note: book.note };
  return {
    value: { currency: book.currency, lines, total: total.toString(), ...note },
    diagnostics,
  };
}
