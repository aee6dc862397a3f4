import type { Span } from '../base/text/source-text.js';
import { intervals } from '../language/constants.js';
import { deallocationOptions } from '../language/deallocation-options.js';
import { functions } from '../language/functions.js';
import { members } from '../language/members.js';
import { methods } from '../language/methods.js';
import { signatureText } from '../language/signature.js';
import { variables, type VariableRow } from '../language/variables.js';
import { completionPlace, type CompletionContext } from './completion-context.js';
import type { FormulaDocument } from './formula-document.js';
import { snippets } from './snippets.js';
import { occurrences } from './symbols.js';
import { variableTypes } from './variable-types.js';

export type CompletionKind =
  | 'variable'
  | 'target'
  | 'user'
  | 'function'
  | 'method'
  | 'member'
  | 'constant'
  | 'keyword'
  | 'snippet';

export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** One line beside the label. */
  readonly detail: string;
  readonly documentation: string;
  /** Text for `replace`; in snippet notation where `snippet` is true. */
  readonly insertText: string;
  readonly snippet: boolean;
  /** Old names are listed, struck out. */
  readonly deprecated: boolean;
  /** Items are shown in the order of this text. */
  readonly sortText: string;
}

export interface Completion {
  readonly replace: Span;
  readonly items: readonly CompletionItem[];
}

/** What can be written at an offset. The editor filters by the letters that are already there. */
export function completion(document: FormulaDocument, offset: number): Completion {
  const { context, replace } = completionPlace(document, offset);
  return { replace, items: itemsFor(document, context, replace.start) };
}

function itemsFor(
  document: FormulaDocument,
  context: CompletionContext,
  offset: number,
): CompletionItem[] {
  switch (context.kind) {
    case 'nothing':
      return [];
    case 'access':
      return [
        ...(context.receiver === 'timestamp' ? [] : methodItems()),
        ...(context.receiver === 'metric' ? [] : memberItems()),
      ];
    case 'deallocation':
      return Object.entries(deallocationOptions).map(([name, { documentation }]) =>
        item('keyword', name, 'deallocation option', documentation, { order: 0 }),
      );
    case 'statement':
      return [
        ...variableItems((row) => row.kind === 'target' || row.kind === 'deallocation', ' = $0;'),
        ...userItems(document, offset),
        ...snippetItems('statement'),
      ];
    case 'expression':
      return [
        ...userItems(document, offset),
        ...variableItems((row) => row.kind !== 'deallocation', ''),
        ...functionItems(),
        ...Object.entries(intervals).map(([name, { documentation }]) =>
          item('constant', name, 'timeinterval', documentation, { order: 4 }),
        ),
        ...snippetItems('expression'),
      ];
  }
}

interface Extras {
  readonly order: number;
  /** In snippet notation. */
  readonly body?: string;
  readonly deprecated?: boolean;
}

function item(
  kind: CompletionKind,
  label: string,
  detail: string,
  documentation: string,
  { order, body, deprecated = false }: Extras,
): CompletionItem {
  return {
    label,
    kind,
    detail,
    documentation,
    insertText: body ?? label,
    snippet: body !== undefined,
    deprecated,
    sortText: `${deprecated ? 9 : order}${label}`,
  };
}

function escaped(name: string): string {
  return name.replaceAll('$', '\\$');
}

function variableItems(wanted: (row: VariableRow) => boolean, after: string): CompletionItem[] {
  return Object.entries(variables)
    .filter(([, row]) => wanted(row))
    .map(([name, row]) => {
      const written = row.kind === 'target' || row.kind === 'deallocation';
      const detail = `${row.kind} (${row.unit})`;
      const deprecated = row.status !== 'current';
      const extras = { order: after === '' ? 2 : 0, deprecated };
      const body = after === '' ? {} : { body: escaped(name) + after };
      const kind = written ? 'target' : 'variable';
      return item(kind, name, detail, row.documentation, { ...extras, ...body });
    });
}

function userItems(document: FormulaDocument, offset: number): CompletionItem[] {
  const types = variableTypes(document);
  const seen = new Map<string, CompletionItem>();
  for (const occurrence of occurrences(document)) {
    const { kind, write, name, key, span } = occurrence;
    if (kind !== 'user' || !write || span.start >= offset || seen.has(key)) continue;
    const type = types.typeAt(occurrence) ?? 'unknown';
    seen.set(key, item('user', name, type, 'Variable of this formula.', { order: 1 }));
  }
  return [...seen.values()];
}

function functionItems(): CompletionItem[] {
  return Object.entries(functions).map(([name, { signatures, documentation, status }]) => {
    const takesArguments = signatures[0].parameters.length > 0;
    return item('function', name, signatureText(name, signatures[0]), documentation, {
      order: 3,
      body: takesArguments ? `${name}($0)` : `${name}()`,
      deprecated: status === 'legacy',
    });
  });
}

function methodItems(): CompletionItem[] {
  return Object.entries(methods).map(([name, { signatures, documentation }]) => {
    const takesArguments = signatures[0].parameters.length > 0;
    return item('method', name, signatureText(name, signatures.at(-1)!), documentation, {
      order: 0,
      body: takesArguments ? `${name}($0)` : `${name}()`,
    });
  });
}

function memberItems(): CompletionItem[] {
  return Object.entries(members).map(([name, { documentation }]) =>
    item('member', name, 'double', documentation, { order: 1 }),
  );
}

function snippetItems(where: 'statement' | 'expression'): CompletionItem[] {
  return snippets
    .filter((snippet) => snippet.where === where)
    .map(({ label, documentation, body }) =>
      item('snippet', label, 'idiom', documentation, { order: 5, body }),
    );
}
