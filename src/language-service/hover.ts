import type { Span } from '../base/text/source-text.js';
import { intervals } from '../language/constants.js';
import { deallocationOptions } from '../language/deallocation-options.js';
import { functions } from '../language/functions.js';
import { members } from '../language/members.js';
import { methods } from '../language/methods.js';
import { signatureText, type Signature } from '../language/signature.js';
import type { VariableRow } from '../language/variables.js';
import type { FormulaDocument } from './formula-document.js';
import { liveValueOf, type LiveValues } from './live-values.js';
import { occurrenceAt, type Occurrence } from './symbols.js';
import { variableTypes } from './variable-types.js';

/** What is shown for the thing under the pointer; `markdown` is CommonMark. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** Type, documentation and, where given, the live value of the name at an offset. */
export function hover(
  document: FormulaDocument,
  offset: number,
  live?: LiveValues,
): Hover | undefined {
  const found = occurrenceAt(document, offset);
  if (found === undefined) return undefined;
  const parts = describe(document, found);
  if (parts === undefined) return undefined;
  const value = liveValueOf(live, found.name);
  const shown = value === undefined ? [] : [`\`${value}\` at ${live!.label}`];
  return { span: found.span, markdown: [...parts, ...shown].join('\n\n') };
}

function describe(document: FormulaDocument, found: Occurrence): string[] | undefined {
  const { names } = document;
  switch (found.kind) {
    case 'variable': {
      const row = names.variable(found.name);
      return row === undefined ? undefined : describeVariable(found.name, row);
    }
    case 'function': {
      const name = names.function(found.name);
      return name === undefined ? undefined : describeCallable(name, functions[name]);
    }
    case 'method': {
      const name = names.method(found.name);
      return name === undefined ? undefined : describeCallable(name, methods[name]);
    }
    case 'member': {
      const name = names.member(found.name);
      return name === undefined
        ? undefined
        : [fenced(`.${name}: double`), members[name].documentation];
    }
    case 'interval': {
      const name = names.interval(found.name);
      return name === undefined
        ? undefined
        : [fenced(`${name}: timeinterval`), intervals[name].documentation];
    }
    case 'deallocation': {
      const name = names.keyword(found.name);
      return name === undefined
        ? undefined
        : [fenced(name), deallocationOptions[name].documentation];
    }
    case 'user': {
      const type = variableTypes(document).typeAt(found);
      return type === undefined ? undefined : [fenced(`${found.name}: ${type}`)];
    }
  }
}

const kindText: Readonly<Record<VariableRow['kind'], string>> = {
  sampled: 'sampled service variable',
  scalar: 'service variable',
  target: 'target: read and written',
  deallocation: 'deallocation option: written',
};

function describeVariable(name: string, row: VariableRow): string[] {
  const status = row.status === 'current' ? '' : `; ${row.status}`;
  const current = row.id === name ? '' : ` The current name is \`${row.id}\`.`;
  return [
    fenced(name),
    `${row.documentation}${current}`,
    `${kindText[row.kind]}, ${row.unit}, since ${row.since}${status}`,
  ];
}

function describeCallable(
  name: string,
  row: {
    readonly signatures: readonly Signature[];
    readonly documentation: string;
    readonly example: string;
  },
): string[] {
  const lines = row.signatures.map(
    (signature) => `${signatureText(name, signature)}: ${signature.result}`,
  );
  return [fenced(lines.join('\n')), row.documentation, `Example: \`${row.example}\``];
}

function fenced(text: string): string {
  return `\`\`\`autoscale\n${text}\n\`\`\``;
}
