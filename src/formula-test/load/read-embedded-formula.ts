import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { TextDocument } from '../../base/document/read-document.js';
import { nearestName } from '../../base/text/nearest-name.js';
import type { SourceText } from '../../base/text/source-text.js';
import { compileFormula } from '../../evaluator/compile-formula.js';
import type {
  EmbeddedFormula,
  Extraction,
  Hole,
  HostLanguage,
} from '../../extract/embedded-formula.js';
import { extractFormulas } from '../../extract/extract-formulas.js';
import type { GrammarLoader } from '../../extract/grammar-loader.js';
import { createSegmentMap } from '../../extract/segment-map.js';
import type { Profile } from '../../profile/profile.js';
import type { FormulaReference } from '../schema/test-file-schema.js';
import { testDiagnostic } from '../test-diagnostics.js';
import type { TestedFormula } from '../test-suite.js';
import { fillHoles } from './fill-holes.js';

/** A file of another language, and what the tests say about the formula in it. */
export interface FormulaHost {
  readonly source: SourceText;
  readonly language: HostLanguage;
  readonly reference: Extract<FormulaReference, object>;
  /** The file of tests. */
  readonly document: TextDocument;
}

function listed(names: readonly string[]): string {
  return names.length <= 12
    ? names.join(', ')
    : `${names.slice(0, 12).join(', ')} and ${names.length - 12} more`;
}

/** The formula that the tests mean, or what keeps it from being found. */
function choose(
  { formulas, dynamic, references }: Extraction,
  { source: { name: path }, reference: { address }, document }: FormulaHost,
): EmbeddedFormula | Diagnostic {
  const { source, keySpanOf } = document;
  const span = keySpanOf(['formula', address === undefined ? 'file' : 'address']);
  const found = [...formulas, ...dynamic, ...references];
  if (found.length === 0) return testDiagnostic('no-formula', span, { path }, { source });
  const addresses = found.map((one) => one.address);
  if (address === undefined && found.length > 1) {
    const help = `addresses are ${listed(addresses)}`;
    const parameters = { path, count: found.length };
    return testDiagnostic('several-formulas', span, parameters, { source, help });
  }
  const wanted = address ?? addresses[0]!;
  const formula = formulas.find((one) => one.address === wanted);
  if (formula !== undefined) return formula;
  const computed = dynamic.find((one) => one.address === wanted);
  if (computed !== undefined) return testDiagnostic('dynamic-formula', span, computed, { source });
  const elsewhere = references.find((one) => one.address === wanted);
  if (elsewhere !== undefined) {
    return testDiagnostic('formula-elsewhere', span, elsewhere, { source });
  }
  const near = nearestName(wanted, addresses);
  const help = near === undefined ? `addresses are ${listed(addresses)}` : `did you mean ${near}?`;
  return testDiagnostic('unknown-address', span, { path, address: wanted }, { source, help });
}

/** `${var.max}` and `{max}` are called `var.max` and `max` in `values`. */
function holeName({ hostText }: Hole): string {
  return /^[$#%]*\{+\s*(.*?)\s*\}+$/s.exec(hostText)?.[1] ?? hostText;
}

function checkValues(
  { holes }: EmbeddedFormula,
  { reference: { values = {} }, document: { source, keySpanOf } }: FormulaHost,
  diagnostics: Diagnostic[],
): void {
  const names = new Set(holes.map(holeName));
  for (const name of names) {
    if (Object.hasOwn(values, name)) continue;
    const help = `give it, as in formula: { ..., values: { ${name}: 20 } }`;
    const span = keySpanOf(['formula', 'file']);
    diagnostics.push(testDiagnostic('hole-without-value', span, { hole: name }, { source, help }));
  }
  for (const name of Object.keys(values)) {
    if (names.has(name)) continue;
    const near = nearestName(name, names);
    const help = near === undefined ? {} : { help: `did you mean ${near}?` };
    const span = keySpanOf(['formula', 'values', name]);
    diagnostics.push(testDiagnostic('unknown-hole', span, { name }, { source, ...help }));
  }
}

/** Reads and compiles a formula inside a file of another language; undefined after an error. */
export async function readEmbeddedFormula(
  host: FormulaHost,
  profile: Profile,
  grammars: GrammarLoader | undefined,
  diagnostics: Diagnostic[],
): Promise<TestedFormula | undefined> {
  const { source: hostText, language, document, reference } = host;
  if (grammars === undefined) {
    const { source, keySpanOf } = document;
    const span = keySpanOf(['formula', 'file']);
    diagnostics.push(testDiagnostic('no-grammars', span, { language }, { source }));
    return undefined;
  }
  const extraction = await extractFormulas(hostText, language, grammars);
  diagnostics.push(...extraction.diagnostics);
  if (extraction.value === undefined) return undefined;
  const formula = choose(extraction.value, host);
  if ('code' in formula) {
    diagnostics.push(formula);
    return undefined;
  }
  const before = diagnostics.length;
  checkValues(formula, host, diagnostics);
  if (diagnostics.length > before) return undefined;
  const values: Readonly<Record<string, string>> = reference.values ?? {};
  const filled = fillHoles(formula, (hole) => values[holeName(hole)]!);
  const map = createSegmentMap(formula);
  const source = { name: hostText.name, text: filled.text };
  const hostOffset = (offset: number): number => {
    const start = filled.toEmbedded(offset);
    return map.toHost({ start, end: start }).start;
  };
  return {
    source,
    compiled: compileFormula(source, { profile }),
    host: hostText,
    hostOffset,
    relocate: (found) =>
      found.map(({ code, severity, message, span }) => ({
        code,
        severity,
        message,
        span: { start: hostOffset(span.start), end: hostOffset(span.end) },
        source: hostText,
      })),
  };
}
