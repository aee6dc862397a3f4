import type { ExtractOptions } from '../../extract/extract-formulas.js';
import { hostLanguageOf } from '../../extract/host-language.js';
import { loadGrammar } from '../../extract/load-grammar.node.js';
import { checkFile, type CheckedFile } from '../../lint/check-file.js';
import { fixFile } from '../../lint/fix-file.js';
import type { LintOptions } from '../../lint/lint-options.js';
import type { SkippedPath } from '../find/find-files.js';
import {
  decodeHostFile,
  readHostFile,
  type HostFile,
  type ReadHostFile,
} from '../find/read-host-file.js';
import type { ProgressLine } from '../progress-line.js';
import { checkReferences } from './check-references.js';

/** What `check` does with safe fixes. */
export type FixMode = 'none' | 'write' | 'dry-run' | 'diff';

/** How one file is checked. */
export interface FileSettings {
  readonly lint: LintOptions & ExtractOptions;
  /** Whether the configuration leaves the file out. */
  readonly excluded: boolean;
}

export interface ExamineRequest {
  /** Paths of files, `-` for standard input. */
  readonly paths: readonly string[];
  /** Standard input, and the name that it has for people and for the choice of its language. */
  readonly standardInput?: { readonly bytes: Uint8Array; readonly name: string };
  readonly fix: FixMode;
  readonly settingsOf: (path: string) => Promise<FileSettings>;
  readonly progress: ProgressLine;
}

/** A file whose text was changed by fixes. */
export interface ChangedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly toBytes: HostFile['toBytes'];
}

export interface Examined {
  /** Files with something to tell, in the order of their paths. */
  readonly checked: readonly CheckedFile[];
  /** Files that were read. */
  readonly count: number;
  readonly skipped: readonly SkippedPath[];
  /** Files that the configuration leaves out. */
  readonly excluded: number;
  readonly changed: readonly ChangedFile[];
  /** Fixes that were made, or would be. */
  readonly fixed: number;
}

/**
 * Reads, checks and (in memory) fixes files one after the other, then checks the files with formulas that they refer to. Where fixes are
 * written the findings are those that are left, else those of the files as they are.
 */
export async function examineFiles(request: ExamineRequest): Promise<Examined> {
  const { paths, settingsOf, progress } = request;
  const checked: CheckedFile[] = [];
  const skipped: SkippedPath[] = [];
  const changed: ChangedFile[] = [];
  let fixed = 0;
  let count = 0;
  let left = 0;
  const report = (file: CheckedFile): void => {
    if (hasSomethingToTell(file)) checked.push(file);
  };
  for (const [index, path] of paths.entries()) {
    progress.show(`${index} of ${paths.length} files checked`);
    const name = path === '-' ? request.standardInput!.name : path;
    const { lint, excluded } = await settingsOf(name);
    if (excluded) {
      left++;
      continue;
    }
    const read = readFileOf(request, path);
    if (read.kind === 'unusable') {
      skipped.push({ path: name, reason: read.reason });
      continue;
    }
    count++;
    const { source, toBytes } = read.file;
    const language = hostLanguageOf(name) ?? 'autoscale';
    if (request.fix === 'none') {
      report(await checkFile(source, language, loadGrammar, lint));
      continue;
    }
    const outcome = await fixFile(source, language, loadGrammar, lint);
    fixed += outcome.fixed;
    if (outcome.fixed > 0) {
      changed.push({ path, before: source.text, after: outcome.checked.source.text, toBytes });
    }
    report(request.fix === 'write' ? outcome.checked : outcome.before);
  }
  const all = checked.some(({ references }) => references.length > 0)
    ? await checkReferences(checked, async (path) => (await settingsOf(path)).lint)
    : checked;
  return { checked: all, count, skipped, excluded: left, changed, fixed };
}

function readFileOf({ standardInput }: ExamineRequest, path: string): ReadHostFile {
  return path === '-'
    ? decodeHostFile(standardInput!.name, standardInput!.bytes)
    : readHostFile(path);
}

/** The text of other files is not kept: a repository can be large. */
function hasSomethingToTell({ formulas, dynamic, references, problems }: CheckedFile): boolean {
  return [formulas, dynamic, references, problems].some((list) => list.length > 0);
}
