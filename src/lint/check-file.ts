import type { Diagnostic, Fix } from '../base/diagnostics/diagnostic.js';
import { createLineTable, type Position, type SourceText } from '../base/text/source-text.js';
import type {
  DynamicFormula,
  EmbeddedFormula,
  HostLanguage,
  ReferencedFile,
} from '../extract/embedded-formula.js';
import { extractFormulas, type ExtractOptions } from '../extract/extract-formulas.js';
import type { GrammarLoader } from '../extract/grammar-loader.js';
import { createSegmentMap, type SegmentMap } from '../extract/segment-map.js';
import { applyIgnores } from './ignore/apply-ignores.js';
import { hostIgnoreComments } from './ignore/host-ignores.js';
import { lintFormula } from './lint-formula.js';
import type { LintOptions } from './lint-options.js';
import { rulesById } from './rule-table.js';

/** A finding with its spans, labels and fixes in the host file, which is its `source`. */
export interface PlacedDiagnostic extends Diagnostic {
  readonly source: SourceText;
  /** Where it begins in the formula. */
  readonly formulaStart: Position;
  /** The text of the formula that it is about. */
  readonly quoted: string;
}

export interface CheckedFormula {
  readonly address: string;
  /** Offset in the host of the first character of the formula. */
  readonly start: number;
  /** In the order of the host. */
  readonly diagnostics: readonly PlacedDiagnostic[];
  /** Findings that an ignore comment held back. */
  readonly ignored: number;
}

/** What is to be said of one file. */
export interface CheckedFile {
  readonly source: SourceText;
  readonly language: HostLanguage;
  readonly formulas: readonly CheckedFormula[];
  readonly dynamic: readonly DynamicFormula[];
  readonly references: readonly ReferencedFile[];
  /** What kept formulas from being found or read, in the host. */
  readonly problems: readonly Diagnostic[];
}

/** Finds and lints the formulas of one file. Never throws for what the file holds. */
export async function checkFile(
  host: SourceText,
  language: HostLanguage,
  grammars: GrammarLoader,
  options: LintOptions & ExtractOptions = {},
): Promise<CheckedFile> {
  const { value, diagnostics } = await extractFormulas(host, language, grammars, options);
  const checked = checkFormulas(host, language, value?.formulas ?? [], options);
  return {
    source: host,
    language,
    formulas: checked.formulas,
    dynamic: value?.dynamic ?? [],
    references: value?.references ?? [],
    problems: [...diagnostics, ...checked.problems].map((each) => ({ ...each, source: host })),
  };
}

/** Lints formulas that were found in a host; ignore comments of the host hold for them. */
export function checkFormulas(
  host: SourceText,
  language: HostLanguage,
  formulas: readonly EmbeddedFormula[],
  options: LintOptions,
): Pick<CheckedFile, 'formulas' | 'problems'> {
  const checked = formulas.map((formula) => checkFormula(host, formula, options));
  const comments = hostIgnoreComments(
    host,
    language,
    formulas.map((formula) => formula.host),
  );
  if (comments.length === 0) return { formulas: checked, problems: [] };

  const found = checked.flatMap(({ diagnostics }) => diagnostics);
  const left = new Set<Diagnostic>(
    applyIgnores(found, comments, rulesById, options).diagnostics as readonly PlacedDiagnostic[],
  );
  const known = new Set<Diagnostic>(found);
  const reports = [...left].filter((each) => !known.has(each)).flatMap(levelled(options));
  const holder = (span: Diagnostic['span']): number => {
    const after = formulas.findIndex((formula) => formula.host.end > span.start);
    return after < 0 ? formulas.length - 1 : after;
  };
  return {
    formulas: checked.map((formula, index) => {
      const kept = formula.diagnostics.filter((each) => left.has(each));
      const own = reports.filter(({ span }) => holder(span) === index);
      return {
        ...formula,
        diagnostics: [...kept, ...own.map((each) => aboutComment(host, each))].sort(byPlace),
        ignored: formula.ignored + formula.diagnostics.length - kept.length,
      };
    }),
    problems: formulas.length === 0 ? reports : [],
  };
}

function checkFormula(
  host: SourceText,
  formula: EmbeddedFormula,
  options: LintOptions,
): CheckedFormula {
  const { text, address, holes } = formula;
  const map = createSegmentMap(formula);
  const { diagnostics, ignored } = lintFormula(
    { name: host.name, text },
    { ...options, holes: new Set(holes.map(({ name }) => name)) },
  );
  const lines = createLineTable(text);
  const place = (diagnostic: Diagnostic): PlacedDiagnostic => {
    const { span, labels, fixes } = diagnostic;
    return {
      ...diagnostic,
      source: host,
      span: map.toHost(span),
      formulaStart: lines.position(span.start),
      quoted: text.slice(span.start, span.end),
      ...(labels && { labels: labels.map((each) => ({ ...each, span: map.toHost(each.span) })) }),
      ...(fixes && { fixes: fixes.map((fix) => fixInHost(fix, map)) }),
    };
  };
  const start = map.toHost({ start: 0, end: 0 }).start;
  return { address, start, diagnostics: diagnostics.map(place).sort(byPlace), ignored };
}

/** A fix that the host cannot hold stays as advice: it has no edits then. */
function fixInHost({ title, edits, safe }: Fix, map: SegmentMap): Fix {
  const inHost = map.editsToHost(edits);
  return inHost === undefined ? { title, edits: [], safe: false } : { title, edits: inHost, safe };
}

function aboutComment(host: SourceText, diagnostic: Diagnostic): PlacedDiagnostic {
  const { start, end } = diagnostic.span;
  const quoted = host.text.slice(start, end);
  return { ...diagnostic, source: host, formulaStart: { line: 1, column: 1 }, quoted };
}

function levelled({ levels }: LintOptions): (diagnostic: Diagnostic) => readonly Diagnostic[] {
  return (diagnostic) => {
    const level = levels?.get(diagnostic.code) ?? diagnostic.severity;
    return level === 'off' ? [] : [{ ...diagnostic, severity: level }];
  };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
