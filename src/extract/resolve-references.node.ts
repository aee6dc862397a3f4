import { readFile, stat } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';

import type { SourceText } from '../base/text/source-text.js';
import type { DynamicFormula, EmbeddedFormula, ReferencedFile } from './embedded-formula.js';
import { maximumCharacters } from './extract-formulas.js';
import { composeFormula } from './literal/compose-formula.js';
import { templateFileLiteral } from './terraform/template-file.js';
import { wholeAddress, wholeText } from './whole-text.js';

/** A formula in a file of its own that another file reads. */
export interface ResolvedReference {
  /** The file with the formula; positions of the formula are in it. */
  readonly source: SourceText;
  readonly formula: EmbeddedFormula;
  /** Whether its `${...}` are filled in by the host. */
  readonly isTemplate: boolean;
  /** Places that read it: `name` of the host file and the address in it. */
  readonly readBy: readonly { readonly host: string; readonly address: string }[];
}

/** A reference that leads to no formula. */
export interface UnresolvedReference {
  readonly host: string;
  readonly reference: ReferencedFile;
  readonly reason: string;
}

export interface ResolvedReferences {
  readonly formulas: readonly ResolvedReference[];
  readonly unresolved: readonly UnresolvedReference[];
}

/** References of one host file. */
export interface HostReferences {
  /** Path of the host file; references are relative to its folder. */
  readonly host: string;
  readonly references: readonly ReferencedFile[];
}

/**
 * Reads the files that hosts refer to, each once, however many places name it. A template has its `${...}` as holes. A file that
 * cannot be read is reported with its reason.
 */
export async function resolveReferences(
  hosts: readonly HostReferences[],
): Promise<ResolvedReferences> {
  const formulas = new Map<string, ResolvedReference>();
  const unresolved: UnresolvedReference[] = [];
  for (const { host, references } of hosts) {
    for (const reference of references) {
      const path = normalize(join(dirname(host), reference.path));
      const kind = reference.templateVariables === undefined ? 'text' : 'template';
      const key = `${kind} ${path}`;
      const reader = { host, address: reference.address };
      const known = formulas.get(key);
      if (known !== undefined) {
        formulas.set(key, { ...known, readBy: [...known.readBy, reader] });
        continue;
      }
      const read = await readTarget(path, reference);
      if (typeof read === 'string') unresolved.push({ host, reference, reason: read });
      else formulas.set(key, { ...read, readBy: [reader] });
    }
  }
  return { formulas: [...formulas.values()], unresolved };
}

async function readTarget(
  path: string,
  reference: ReferencedFile,
): Promise<Omit<ResolvedReference, 'readBy'> | string> {
  let text: string;
  try {
    if ((await stat(path)).size > maximumCharacters) return `${path} is too large`;
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof TypeError) return `${path} is not valid UTF-8`;
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code === 'ENOENT' ? `there is no file ${path}` : `${path} cannot be read: ${code}`;
  }
  const source = { name: path, text };
  const formula = readFormula(source, reference);
  const isTemplate = reference.templateVariables !== undefined;
  return 'reason' in formula ? formula.reason : { source, formula, isTemplate };
}

function readFormula(
  source: SourceText,
  { templateVariables }: ReferencedFile,
): EmbeddedFormula | DynamicFormula {
  const literal =
    templateVariables === undefined ? wholeText(source.text) : templateFileLiteral(source.text);
  return composeFormula(source.text, literal, wholeAddress);
}
