import { normalize } from 'node:path';

import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { Extraction } from '../../extract/embedded-formula.js';
import { extractFormulas } from '../../extract/extract-formulas.js';
import { hostLanguageOf } from '../../extract/host-language.js';
import { loadGrammar } from '../../extract/load-grammar.node.js';
import {
  resolveReferences,
  type ResolvedReference,
  type UnresolvedReference,
} from '../../extract/resolve-references.node.js';
import type { FoundFiles, SkippedPath } from './find-files.js';
import { readHostFile, type HostFile } from './read-host-file.js';

/** A file that was read, with what it holds. */
export interface ExtractedFile {
  readonly file: HostFile;
  readonly extraction: Extraction;
  /** What kept formulas from being found. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface ExtractedFiles {
  readonly files: readonly ExtractedFile[];
  /** Formulas in files of their own that these files read; those that are among the files already are not repeated. */
  readonly referenced: readonly ResolvedReference[];
  readonly unresolved: readonly UnresolvedReference[];
  readonly skipped: readonly SkippedPath[];
}

/** Reads files and finds their formulas. A named file of no known language is a formula itself. */
export async function extractFiles({ files, skipped }: FoundFiles): Promise<ExtractedFiles> {
  const extracted: ExtractedFile[] = [];
  const left: SkippedPath[] = [...skipped];
  for (const path of files) {
    const read = readHostFile(path);
    if (read.kind === 'unusable') {
      left.push({ path, reason: read.reason });
      continue;
    }
    const language = hostLanguageOf(path) ?? 'autoscale';
    const { source } = read.file;
    const { value, diagnostics } = await extractFormulas(source, language, loadGrammar);
    const nothing: Extraction = { language, formulas: [], dynamic: [], references: [] };
    extracted.push({ file: read.file, extraction: value ?? nothing, diagnostics });
  }
  const { formulas, unresolved } = await resolveReferences(
    extracted.map(({ file, extraction: { references } }) => ({
      host: file.source.name,
      references,
    })),
  );
  // A template would not be a formula by itself, so its reading with holes takes the place of the plain one.
  const templates = new Set(
    formulas.filter(({ isTemplate }) => isTemplate).map(({ source }) => normalize(source.name)),
  );
  const kept = extracted.filter(
    ({ file, extraction: { language } }) =>
      language !== 'autoscale' || !templates.has(normalize(file.source.name)),
  );
  const plain = new Set(kept.map(({ file }) => normalize(file.source.name)));
  const referenced = formulas.filter(
    ({ isTemplate, source }) => isTemplate || !plain.has(normalize(source.name)),
  );
  return { files: kept, referenced, unresolved, skipped: left };
}
