import { createLineTable, type Position } from '../../base/text/source-text.js';
import type { EmbeddedFormula, HostLanguage } from '../../extract/embedded-formula.js';
import { createSegmentMap } from '../../extract/segment-map.js';
import { parseFormula } from '../../parser/parse.js';
import type { ExtractedFiles } from './extract-files.js';
import type { SkippedPath } from './find-files.js';

/** A formula of the list; positions are those of its first character in the host. */
export interface ListedFormula {
  /** With `/` between folders. */
  readonly path: string;
  readonly language: HostLanguage;
  readonly address: string;
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
  /** Absent where the formula has a syntax error. */
  readonly statements?: number;
  readonly holes: readonly { readonly name: string; readonly hostText: string }[];
  /** Places of other files that read this one. */
  readonly readBy: readonly string[];
}

/** A formula that is computed, or stands in a file that cannot be read. */
export interface ListedUnchecked {
  readonly path: string;
  readonly language: HostLanguage;
  readonly address: string;
  readonly start: Position;
  readonly reason: string;
}

/** What `poolscale extract --json` prints. */
export interface FormulaList {
  readonly version: 1;
  readonly summary: {
    /** Files examined. */
    readonly files: number;
    readonly formulas: number;
    /** Formulas that are computed or cannot be read, and so cannot be checked. */
    readonly dynamic: number;
    readonly skipped: number;
  };
  readonly formulas: readonly ListedFormula[];
  readonly dynamic: readonly ListedUnchecked[];
  readonly unresolved: readonly ListedUnchecked[];
  readonly skipped: readonly SkippedPath[];
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}

export function listFormulas(extracted: ExtractedFiles): FormulaList {
  const { files, referenced, skipped } = extracted;
  const formulas: ListedFormula[] = [];
  const dynamic: ListedUnchecked[] = [];
  for (const { file, extraction } of files) {
    const { name, text } = file.source;
    const lines = createLineTable(text);
    const { language } = extraction;
    for (const formula of extraction.formulas) {
      formulas.push({ ...listed(formula, name, text), language, readBy: [] });
    }
    for (const { address, host, reason } of extraction.dynamic) {
      const start = lines.position(host.start);
      dynamic.push({ path: slashed(name), language, address, start, reason });
    }
  }
  for (const { source, formula, readBy } of referenced) {
    const readers = readBy.map(({ host, address }) => `${slashed(host)} ${address}`);
    const { name, text } = source;
    formulas.push({ ...listed(formula, name, text), language: 'autoscale', readBy: readers });
  }
  const unresolved = extracted.unresolved.map(({ host, reference, reason }): ListedUnchecked => {
    const { file, extraction } = files.find((each) => each.file.source.name === host)!;
    const start = createLineTable(file.source.text).position(reference.host.start);
    const { language } = extraction;
    return { path: slashed(host), language, address: reference.address, start, reason };
  });
  const summary = {
    files: files.length,
    formulas: formulas.length,
    dynamic: dynamic.length + unresolved.length,
    skipped: skipped.length,
  };
  formulas.sort(byPlace);
  return { version: 1, summary, formulas, dynamic, unresolved, skipped };
}

function byPlace(a: ListedFormula, b: ListedFormula): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.start.line - b.start.line || a.start.column - b.start.column;
}

function listed(
  formula: EmbeddedFormula,
  path: string,
  hostText: string,
): Omit<ListedFormula, 'language' | 'readBy'> {
  const { address, text, holes } = formula;
  const lines = createLineTable(hostText);
  const { value, diagnostics } = parseFormula({ name: path, text });
  const isBroken = value === undefined || diagnostics.some(({ severity }) => severity === 'error');
  const { start, end } = createSegmentMap(formula).toHost({ start: 0, end: text.length });
  return {
    path: slashed(path),
    address,
    start: lines.position(start),
    end: lines.position(end),
    text,
    ...(isBroken ? {} : { statements: value.statements.length }),
    holes: holes.map(({ name, hostText: own }) => ({ name, hostText: own })),
  };
}
