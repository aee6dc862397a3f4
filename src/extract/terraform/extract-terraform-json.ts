import type { SourceText } from '../../base/text/source-text.js';
import { extractDiagnostic } from '../extract-diagnostics.js';
import type { ExtractorResult } from '../extractor-result.js';
import { readJsonStrings, type JsonString } from '../json/json-strings.js';
import type { FoundValue, HostLiteral, HostValue } from '../literal/host-literal.js';
import { jsonLiteral } from '../literal/json-text.js';
import { cookText } from '../literal/piece-list.js';
import { valueInHost } from '../nested-values.js';
import { formulaCertainty } from '../structured-values.js';
import { templateFileLiteral } from './template-file.js';

/** Formulas of Terraform's JSON syntax, whose strings are templates. `${local.x}` alone is followed to its literal. */
export function extractTerraformJson(source: SourceText): ExtractorResult {
  const { text } = source;
  const { strings, brokenAt } = readJsonStrings(text);
  const byName = new Map(strings.map((found) => [nameOf(found), found]));
  const value = strings.flatMap((found): FoundValue[] => {
    const path = found.path.filter((step) => typeof step === 'string');
    const certainty = formulaCertainty({ ...found, path });
    if (certainty === undefined) return [];
    return [{ certainty, ...readString(text, found, byName) }];
  });
  const diagnostics =
    brokenAt === undefined
      ? []
      : [extractDiagnostic('host-syntax', brokenAt, { language: 'JSON' }, { source })];
  return { value, diagnostics };
}

/** `local.x` and `var.x` for what can be referred to; `azurerm_batch_pool.main` for the formula of a pool. */
function nameOf({ path }: JsonString): string {
  const steps = path.filter((step): step is string => typeof step === 'string');
  const [section, first, second] = steps;
  if (section === 'locals') return ['local', ...steps.slice(1)].join('.');
  if (section === 'variable') return `var.${first ?? ''}`;
  if (section === 'resource' && steps.at(-2) === 'auto_scale')
    return `${first ?? ''}.${second ?? ''}`;
  return steps.slice(section === 'resource' ? 1 : 0).join('.');
}

function readString(
  text: string,
  found: JsonString,
  byName: ReadonlyMap<string, JsonString>,
): { readonly address: string; readonly value: HostValue } {
  const reference = /^\$\{\s*((?:local|var)\.\w+)\s*\}$/.exec(found.value)?.[1];
  const target = reference === undefined ? undefined : byName.get(reference);
  const read = target ?? found;
  const literal: HostLiteral = jsonLiteral(text, read.host);
  const path = /^\$\{\s*file\(\s*"(?:\$\{\s*path\.module\s*\}\/)?([^"$]+)"\s*\)\s*\}$/.exec(
    read.value,
  )?.[1];
  if (path !== undefined) {
    return { address: nameOf(found), value: { kind: 'file', host: read.host, path } };
  }
  const cooked = cookText(text, literal.pieces);
  const value = valueInHost(templateFileLiteral(cooked.text), cooked, literal);
  return { address: nameOf(read), value: { ...value, host: read.host } };
}
