import { createLineTable, type SourceText } from '../../base/text/source-text.js';
import type { ExtractorResult, NestedText } from '../extractor-result.js';
import { hostLanguageOf } from '../host-language.js';
import type { HostLanguage } from '../embedded-formula.js';
import type { HostLiteral } from '../literal/host-literal.js';
import { createPieceList } from '../literal/piece-list.js';

const fence = /^([ \t]*(?:>[ \t]?)*[ \t]*)(`{3,}|~{3,})[ \t]*([^\s`{]*)[^\n`]*\n/gm;

/** Info strings that name a formula. */
const formulaFence = /^(?:batch-autoscale|batch_autoscale|azure-batch-autoscale|autoscale)$/i;

const byInfo: ReadonlyMap<string, HostLanguage> = new Map([
  ['terraform', 'terraform'],
  ['hcl', 'terraform'],
  ['python', 'python'],
  ['csharp', 'csharp'],
  ['c#', 'csharp'],
  ['powershell', 'powershell'],
  ['pwsh', 'powershell'],
  ['azurepowershell', 'powershell'],
  ['bash', 'bash'],
  ['shell', 'bash'],
  ['azurecli', 'bash'],
  ['console', 'bash'],
]);

/**
 * Formulas of Markdown: fences whose info string is `batch-autoscale` or `autoscale`, and what stands in fences of other languages. A
 * fence without a language is none.
 */
export function extractMarkdown({ text }: SourceText): ExtractorResult {
  const nested: NestedText[] = [];
  let after = 0;
  const lines = createLineTable(text);
  for (const match of text.matchAll(fence)) {
    if (match.index < after) continue;
    const [opening, indent = '', marks = '', info = ''] = match;
    const start = match.index + opening.length;
    const close = new RegExp(`^[ \\t>]*${marks[0]!}{${marks.length},}[ \\t]*\\r?$`, 'gm');
    close.lastIndex = start;
    const end = close.exec(text);
    const content = { start, end: end?.index ?? text.length };
    after = end === null ? text.length : end.index + end[0].length;
    const language = formulaFence.test(info) ? 'autoscale' : languageOf(info);
    if (language === undefined) continue;
    const host = { start: match.index, end: after };
    const address = `line ${lines.position(start).line}`;
    nested.push({ language, address, literal: fenceLiteral(text, host, content, indent) });
  }
  return { value: [], nested, diagnostics: [] };
}

function languageOf(info: string): HostLanguage | undefined {
  const name = info.toLowerCase().replace(/-interactive$/, '');
  const language = byInfo.get(name) ?? hostLanguageOf(`x.${name}`);
  return language === 'markdown' ? undefined : language;
}

/** The lines of a fence without the indentation (or the marks of a quotation) of its opening. */
function fenceLiteral(
  text: string,
  host: HostLiteral['host'],
  { start, end }: HostLiteral['host'],
  indent: string,
): HostLiteral {
  const list = createPieceList();
  for (let at = start; at < end;) {
    const lineFeed = text.indexOf('\n', at);
    const to = lineFeed < 0 || lineFeed >= end ? end : lineFeed + 1;
    let from = at;
    while (from < to && from - at < indent.length && /[ \t>]/.test(text[from]!)) from++;
    list.copy(from, to);
    at = to;
  }
  return {
    kind: 'literal',
    host,
    pieces: list.pieces,
    encode: (each) => each.replace(/\n(?=[^\r\n])/g, `\n${indent}`),
  };
}
