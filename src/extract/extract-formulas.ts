import type { Parser } from 'web-tree-sitter';

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
import type { GrammarLoader, GrammarName } from './grammar-loader.js';
import type { ExtractorResult } from './extractor-result.js';
import { cookText } from './literal/piece-list.js';
import { addressInHost, valueInHost } from './nested-values.js';
import { composeFormula } from './literal/compose-formula.js';
import type { FoundValue } from './literal/host-literal.js';
import { mayHoldFormula } from './may-hold-formula.js';
import { looksLikeFormula } from './names.js';
import { wholeAddress, wholeText } from './whole-text.js';

/** Longer files are refused: no person wrote them. */
export const maximumCharacters: number = 20 * 1024 * 1024;

export interface ExtractOptions {
  /** Paths of values in YAML and JSON that are formulas whatever they are called: `pools.*.scaling`, where `*` is any one step. */
  readonly formulaPaths?: readonly string[];
}

/**
 * The formulas of one file with their exact places. Diagnostics say what kept formulas from being found; formulas themselves are not
 * checked here. A grammar is loaded only for a file that may hold a formula.
 */
export async function extractFormulas(
  host: SourceText,
  language: HostLanguage,
  grammars: GrammarLoader,
  { formulaPaths = [] }: ExtractOptions = {},
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
  const named = formulaPaths.length > 0 && (language === 'yaml' || language === 'json');
  if (language !== 'autoscale' && !named && !mayHoldFormula(text))
    return { value: nothing, diagnostics: [] };
  const own = await findValues(host, language, grammars, formulaPaths);
  const { value, diagnostics } = await withNested(host, own, grammars);
  if (value === undefined) return { diagnostics };
  return { value: collect(language, text, value), diagnostics };
}

/** Readers of hosts are loaded when the first file of their language is found: most runs see one or two languages. */
async function findValues(
  host: SourceText,
  language: HostLanguage,
  grammars: GrammarLoader,
  formulaPaths: readonly string[],
): Promise<ExtractorResult> {
  switch (language) {
    case 'autoscale': {
      const value = wholeText(host.text);
      return { value: [{ address: wholeAddress, certainty: 'sink', value }], diagnostics: [] };
    }
    case 'json':
      return (await import('./json/extract-json.js')).extractJson(host, formulaPaths);
    case 'terraform-json':
      return (await import('./terraform/extract-terraform-json.js')).extractTerraformJson(host);
    case 'yaml':
      return (await import('./yaml/extract-yaml.js')).extractYaml(host, formulaPaths);
    case 'markdown':
      return (await import('./markdown/extract-markdown.js')).extractMarkdown(host);
    case 'terraform': {
      const [{ extractTerraform }, parser] = await Promise.all([
        import('./terraform/extract-terraform.js'),
        parserOf('terraform', grammars),
      ]);
      return extractTerraform(host, parser);
    }
    case 'bicep': {
      const [{ extractBicep }, parser] = await Promise.all([
        import('./bicep/extract-bicep.js'),
        parserOf('bicep', grammars),
      ]);
      return extractBicep(host, parser);
    }
    case 'python': {
      const [{ extractPython }, parser] = await Promise.all([
        import('./python/extract-python.js'),
        parserOf('python', grammars),
      ]);
      return extractPython(host, parser);
    }
    case 'csharp': {
      const [{ extractCSharp }, parser] = await Promise.all([
        import('./csharp/extract-csharp.js'),
        parserOf('csharp', grammars),
      ]);
      return extractCSharp(host, parser);
    }
    case 'powershell': {
      const [{ extractPowerShell }, parser] = await Promise.all([
        import('./powershell/extract-powershell.js'),
        parserOf('powershell', grammars),
      ]);
      return extractPowerShell(host, parser);
    }
    case 'bash': {
      const [{ extractBash }, parser] = await Promise.all([
        import('./bash/extract-bash.js'),
        parserOf('bash', grammars),
      ]);
      return extractBash(host, parser);
    }
  }
}

async function parserOf(name: GrammarName, grammars: GrammarLoader): Promise<Parser> {
  const { loadParser } = await import('./grammar-loader.js');
  return loadParser(name, grammars);
}

/** Values of nested texts join those of the file; a nested text has none of its own nested in it. */
async function withNested(
  host: SourceText,
  result: ExtractorResult,
  grammars: GrammarLoader,
): Promise<ExtractorResult> {
  const { value, nested = [], diagnostics } = result;
  if (value === undefined || nested.length === 0) return result;
  const values = [...value];
  const problems = [...diagnostics];
  for (const { language, literal, address } of nested) {
    const cooked = cookText(host.text, literal.pieces);
    if (language !== 'autoscale' && !mayHoldFormula(cooked.text)) continue;
    const source = { name: host.name, text: cooked.text };
    const inside = await findValues(source, language, grammars, []);
    for (const found of inside.value ?? []) {
      const inHost = valueInHost(found.value, cooked, literal);
      values.push({ ...found, address: addressInHost(found, address), value: inHost });
    }
    // Examples in documents are rarely whole files, so only what is wrong with a formula is reported.
    for (const each of inside.diagnostics.filter(({ severity }) => severity === 'error')) {
      problems.push({ ...each, span: cooked.toHost(each.span), source: host });
    }
  }
  return { value: values, diagnostics: problems };
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
          const reason =
            formula.holes.length > 0
              ? `the value of ${formula.holes.map(({ hostText }) => hostText).join(', ')}`
              : `${JSON.stringify(formula.text)} is a name, not the text of a formula`;
          dynamic.push({ address, host: value.host, reason });
        }
        break;
      }
    }
  }
  return { language, formulas, dynamic, references };
}
