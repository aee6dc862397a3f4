import { functions } from '../language/functions.js';
import { methods } from '../language/methods.js';
import { acceptsArgumentCount, signatureText, type Signature } from '../language/signature.js';
import type { FormulaDocument } from './formula-document.js';
import { commentAt } from './tokens.js';

export interface SignatureHelp {
  readonly signatures: readonly {
    readonly label: string;
    /** Ranges in `label`. */
    readonly parameters: readonly { readonly start: number; readonly end: number }[];
    readonly documentation: string;
  }[];
  readonly activeSignature: number;
  readonly activeParameter: number;
}

/** The overloads of the call whose parentheses are open at an offset, and the argument that is being written. */
export function signatureHelp(
  document: FormulaDocument,
  offset: number,
): SignatureHelp | undefined {
  const call = openCall(document, offset);
  if (call === undefined) return undefined;
  const row = callable(document, call.name, call.isMethod);
  if (row === undefined) return undefined;
  const fitting = row.signatures.findIndex((each) => acceptsArgumentCount(each, call.argument + 1));
  const signature = row.signatures[Math.max(0, fitting)]!;
  return {
    signatures: row.signatures.map((each) => describe(row.name, each, row.documentation)),
    activeSignature: Math.max(0, fitting),
    activeParameter: Math.min(call.argument, Math.max(0, signature.parameters.length - 1)),
  };
}

interface OpenCall {
  readonly name: string;
  readonly isMethod: boolean;
  /** Number of the argument, from 0. */
  readonly argument: number;
}

/** Goes back over tokens to the parenthesis that is still open, within the statement. */
function openCall({ tokens }: FormulaDocument, offset: number): OpenCall | undefined {
  if (commentAt(tokens, offset) !== undefined) return undefined;
  const before = tokens.filter(({ kind, span }) => kind !== 'comment' && span.end <= offset);
  let depth = 0;
  let argument = 0;
  for (let at = before.length - 1; at >= 0; at--) {
    const { text } = before[at]!;
    if (text === ';') return undefined;
    if (text === ')') depth++;
    else if (text === ',' && depth === 0) argument++;
    else if (text === '(' && depth > 0) depth--;
    else if (text === '(') {
      const name = before[at - 1];
      if (name?.kind === 'name') {
        return { name: name.text, isMethod: before[at - 2]?.text === '.', argument };
      }
      argument = 0;
    }
  }
  return undefined;
}

interface Callable {
  readonly name: string;
  readonly signatures: readonly Signature[];
  readonly documentation: string;
}

function callable(
  { names }: FormulaDocument,
  written: string,
  isMethod: boolean,
): Callable | undefined {
  if (isMethod) {
    const name = names.method(written);
    return name === undefined ? undefined : { name, ...methods[name] };
  }
  const name = names.function(written);
  return name === undefined ? undefined : { name, ...functions[name] };
}

function describe(
  name: string,
  signature: Signature,
  documentation: string,
): SignatureHelp['signatures'][number] {
  const label = `${signatureText(name, signature)}: ${signature.result}`;
  let from = name.length + 1;
  const parameters = signature.parameters.map(({ name: parameter, optional, type }) => {
    const start = from;
    const end = start + `${parameter}${optional === true ? '?' : ''}: ${type}`.length;
    from = end + ', '.length;
    return { start, end };
  });
  return { label, parameters, documentation };
}
