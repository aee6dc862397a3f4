import type { DiagnosticResult } from '../base/diagnostics/diagnostic.js';
import type { SourceText } from '../base/text/source-text.js';
import type {
  DynamicFormula,
  EmbeddedFormula,
  Extraction,
  HostLanguage,
  ReferencedFile,
} from './embedded-formula.js';
import { extractDiagnostic } from './extract-diagnostics.js';
import { loadParser, type GrammarLoader } from './grammar-loader.js';
import { extractJson } from './json/extract-json.js';
import { composeFormula } from './literal/compose-formula.js';
import type { FoundValue } from './literal/host-literal.js';
import { mayHoldFormula } from './may-hold-formula.js';
import { looksLikeFormula } from './names.js';
import { extractTerraform } from './terraform/extract-terraform.js';
import { wholeText } from './whole-text.js';
import { extractYaml } from './yaml/extract-yaml.js';

/** Longer files are refused: no person wrote them. */
export const maximumCharacters: number = 20 * 1024 * 1024;

/**
 * The formulas of one file with their exact places. Diagnostics say what kept formulas from being found; formulas themselves are not
 * checked here. A grammar is loaded only for a file that may hold a formula.
 */
export async function extractFormulas(
  host: SourceText,
  language: HostLanguage,
  grammars: GrammarLoader,
): Promise<DiagnosticResult<Extraction>> {
  const { text } = host;
  const whole = { start: 0, end: 0 };
  const nothing: Extraction = { language, formulas: [], dynamic: [], references: [] };
  if (text.length > maximumCharacters) {
    const limit = maximumCharacters;
    return {
      diagnostics: [extractDiagnostic('host-too-large', whole, { limit }, { source: host })],
    };
  }
  if (text.includes('\0')) {
    const binary = extractDiagnostic('host-binary', whole, undefined, { source: host });
    return { value: nothing, diagnostics: [binary] };
  }
  if (language !== 'autoscale' && !mayHoldFormula(text)) return { value: nothing, diagnostics: [] };
  const { value, diagnostics } = await findValues(host, language, grammars);
  if (value === undefined) return { diagnostics };
  return { value: collect(language, text, value), diagnostics };
}

async function findValues(
  host: SourceText,
  language: HostLanguage,
  grammars: GrammarLoader,
): Promise<DiagnosticResult<readonly FoundValue[]>> {
  switch (language) {
    case 'autoscale':
      return {
        value: [{ address: 'formula', certainty: 'sink', value: wholeText(host.text) }],
        diagnostics: [],
      };
    case 'json':
      return extractJson(host);
    case 'yaml':
      return extractYaml(host);
    case 'terraform':
      return extractTerraform(host, await loadParser('terraform', grammars));
    default:
      return { value: [], diagnostics: [] };
  }
}

function collect(language: HostLanguage, text: string, found: readonly FoundValue[]): Extraction {
  const formulas: EmbeddedFormula[] = [];
  const dynamic: DynamicFormula[] = [];
  const references: ReferencedFile[] = [];
  const addresses = new Map<string, number>();
  const places = new Set<string>();
  const inOrder = found.toSorted((a, b) => a.value.host.start - b.value.host.start);
  for (const { address: wanted, value, certainty } of inOrder) {
    // Two names can lead to one literal (a variable that two pools read).
    const place = `${value.kind} ${value.host.start} ${value.host.end}`;
    if (places.has(place)) continue;
    places.add(place);
    const count = (addresses.get(wanted) ?? 0) + 1;
    addresses.set(wanted, count);
    const address = count === 1 ? wanted : `${wanted} (${count})`;
    switch (value.kind) {
      case 'dynamic':
        dynamic.push({ address, host: value.host, reason: value.reason });
        break;
      case 'file': {
        const { host, path, templateVariables } = value;
        references.push({
          address,
          host,
          path,
          ...(templateVariables === undefined ? {} : { templateVariables }),
        });
        break;
      }
      case 'literal': {
        const formula = composeFormula(text, value, address);
        if ('reason' in formula) dynamic.push(formula);
        else if (certainty === 'sink' || looksLikeFormula(formula.text)) formulas.push(formula);
        else if (formula.text.trim() !== '') {
          const reason = `${JSON.stringify(formula.text)} is a name, not the text of a formula`;
          dynamic.push({ address, host: value.host, reason });
        }
        break;
      }
    }
  }
  return { language, formulas, dynamic, references };
}
