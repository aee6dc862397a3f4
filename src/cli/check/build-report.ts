import { createHash } from 'node:crypto';
import { relative, resolve, sep } from 'node:path';

import { createLineTable } from '../../base/text/source-text.js';
import type { CheckedFile, PlacedDiagnostic } from '../../lint/check-file.js';
import type {
  CheckReport,
  CheckSummary,
  FileReport,
  FormulaReport,
  ReportedFinding,
} from '../../report/check/check-report.js';
import { version } from '../version.generated.js';
import type { Examined, FixMode } from './examine-files.js';

/** A path as reports show it: relative to the working directory, with `/`. */
export function shownPath(path: string): string {
  const local = relative(process.cwd(), resolve(path));
  const short = local === '' || local.startsWith('..') ? path : local;
  return short.split(sep).join('/');
}

/** The report of a run. `knows` says whether the baseline has a finding with this fingerprint. */
export function buildReport(
  { checked, count, skipped, excluded, fixed }: Examined,
  mode: FixMode,
  knows: (fingerprint: string) => boolean,
): CheckReport {
  const files = checked
    .map(fileReport)
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  let known = 0;
  const isNew = ({ fingerprint }: ReportedFinding): boolean => {
    if (!knows(fingerprint)) return true;
    known++;
    return false;
  };
  const left = files.map((file) => ({
    ...file,
    formulas: file.formulas.map((formula) => ({
      ...formula,
      diagnostics: formula.diagnostics.filter(isNew),
    })),
  }));
  const paths = skipped.map(({ path, reason }) => ({ path: shownPath(path), reason }));
  const made = mode === 'write' ? { fixed } : { fixable: fixed };
  return {
    version,
    summary: summaryOf(left, count),
    files: left,
    skipped: paths,
    excluded,
    known,
    fixed: 0,
    fixable: 0,
    ...made,
  };
}

function fileReport({ source, formulas, dynamic, problems }: CheckedFile): FileReport {
  const path = shownPath(source.name);
  const seen = new Map<string, number>();
  const report = formulas.map(({ address, start, diagnostics }): FormulaReport => ({
    address,
    start,
    diagnostics: diagnostics.map((each) => ({
      ...each,
      fingerprint: fingerprintOf(path, address, each, seen),
    })),
  }));
  return { path, source, lines: createLineTable(source.text), formulas: report, dynamic, problems };
}

/** Lines may be added above a finding, so only what it is about goes into its fingerprint; equal ones in a file are numbered. */
function fingerprintOf(
  path: string,
  address: string,
  { code, quoted }: PlacedDiagnostic,
  seen: Map<string, number>,
): string {
  const place = /^lines? \d/.test(address) ? '' : address;
  const key = [path, place, code, quoted.replace(/\s+/g, ' ').trim()].join('\n');
  const occurrence = (seen.get(key) ?? 0) + 1;
  seen.set(key, occurrence);
  return createHash('sha256').update(`${key}\n${occurrence}`).digest('hex').slice(0, 32);
}

function summaryOf(files: readonly FileReport[], count: number): CheckSummary {
  const all = files.flatMap(({ problems, formulas }) => [
    ...problems,
    ...formulas.flatMap(({ diagnostics }) => diagnostics),
  ]);
  const of = (wanted: string): number => all.filter(({ severity }) => severity === wanted).length;
  const sum = (size: (file: FileReport) => number): number =>
    files.reduce((total, file) => total + size(file), 0);
  return {
    files: count,
    formulas: sum(({ formulas }) => formulas.length),
    dynamic: sum(({ dynamic }) => dynamic.length),
    errors: of('error'),
    warnings: of('warning'),
    infos: of('info'),
  };
}
