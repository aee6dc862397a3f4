import type { Span } from '../base/text/source-text.js';
import { functions } from '../language/functions.js';
import { methods } from '../language/methods.js';
import { acceptsArgumentCount, parameterAt, type Signature } from '../language/signature.js';
import type { Access, Expression } from '../parser/ast.js';
import type { FormulaDocument } from './formula-document.js';
import { liveValueOf, type LiveValues } from './live-values.js';
import { occurrences } from './symbols.js';
import { syntaxNodes } from './syntax-nodes.js';
import { variableTypes } from './variable-types.js';

export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly kind: 'type' | 'parameter' | 'value';
}

export interface InlayHintOptions {
  readonly range?: Span;
  readonly live?: LiveValues;
}

/** Types of assigned variables, names of parameters where an overload has several, and live values at assignments. */
export function inlayHints(
  document: FormulaDocument,
  { range, live }: InlayHintOptions = {},
): InlayHint[] {
  const hints = [
    ...typeHints(document),
    ...parameterHints(document),
    ...valueHints(document, live),
  ];
  return hints
    .filter(({ offset }) => range === undefined || (range.start <= offset && offset <= range.end))
    .sort((a, b) => a.offset - b.offset);
}

function typeHints(document: FormulaDocument): InlayHint[] {
  return variableTypes(document)
    .assignments.filter(({ type }) => type !== 'unknown')
    .map(({ name, type }) => ({ offset: name.end, label: `: ${type}`, kind: 'type' }));
}

function parameterHints(document: FormulaDocument): InlayHint[] {
  const { names } = document;
  return syntaxNodes(document).flatMap((node) => {
    if (node.kind === 'call') {
      const name = names.function(node.name.text);
      return name === undefined ? [] : hintsOf(functions[name].signatures, node.arguments);
    }
    if (node.kind !== 'access') return [];
    return node.accesses.flatMap((access) => methodHints(document, access));
  });
}

function methodHints({ names }: FormulaDocument, access: Access): InlayHint[] {
  const name = access.kind === 'method' ? names.method(access.name.text) : undefined;
  if (access.kind !== 'method' || name === undefined) return [];
  return hintsOf(methods[name].signatures, access.arguments);
}

/** Only fixed parameters of calls with several arguments are worth a hint. */
function hintsOf(signatures: readonly Signature[], args: readonly Expression[]): InlayHint[] {
  if (args.length < 2) return [];
  const fitting = signatures.filter((each) => acceptsArgumentCount(each, args.length));
  const [signature] = fitting;
  if (signature === undefined || fitting.length > 1) return [];
  return args.flatMap((argument, index) => {
    const { name, type } = parameterAt(signature, index);
    if (type === 'doubleVecList') return [];
    return [{ offset: argument.span.start, label: `${name}:`, kind: 'parameter' as const }];
  });
}

function valueHints(document: FormulaDocument, live: LiveValues | undefined): InlayHint[] {
  if (live === undefined) return [];
  const statements = document.syntax?.statements ?? [];
  return occurrences(document).flatMap(({ name, span, write }) => {
    const value = write ? liveValueOf(live, name) : undefined;
    const statement = statements.find((each) => each.span.start === span.start);
    if (value === undefined || statement === undefined) return [];
    return [{ offset: statement.span.end, label: `= ${value}`, kind: 'value' as const }];
  });
}
