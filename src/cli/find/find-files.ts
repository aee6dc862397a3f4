import { readdirSync, statSync, type Dirent, type Stats } from 'node:fs';
import { join } from 'node:path';

import { hostLanguageOf } from '../../extract/host-language.js';
import { fileErrorText } from '../io/file-error.js';

/** A path that was left out, and why: nothing is passed over in silence. */
export interface SkippedPath {
  readonly path: string;
  readonly reason: string;
}

export interface FoundFiles {
  /** Paths as they were given, or below the folders that were given, by name; none twice. */
  readonly files: readonly string[];
  readonly skipped: readonly SkippedPath[];
}

/** Larger files were not written by people. */
export const maximumFileBytes: number = 20 * 1024 * 1024;

/** Hidden folders in which pipelines are kept; other hidden files and folders are left out, and `node_modules`. */
const enteredHidden = new Set(['.github', '.azuredevops', '.azure-pipelines', '.pipelines']);

function isEntered(name: string): boolean {
  return name !== 'node_modules' && (!name.startsWith('.') || enteredHidden.has(name));
}

/**
 * Files that may hold formulas. A file that is named is taken whatever it is called; below a folder only files of a host language
 * (`wanted`) are. Links to files are followed and links to folders are not, so that no loop can be entered.
 */
export function findFiles(
  paths: readonly string[],
  wanted: (path: string) => boolean = (path) => hostLanguageOf(path) !== undefined,
): FoundFiles {
  const files = new Set<string>();
  const skipped: SkippedPath[] = [];
  const skip = (path: string, error: unknown): void => {
    const reason = fileErrorText(error);
    if (reason === undefined) throw error;
    skipped.push({ path, reason });
  };
  const take = (path: string, stats: Stats): void => {
    if (stats.size <= maximumFileBytes) files.add(path);
    else skipped.push({ path, reason: 'it is larger than 20 MB' });
  };
  for (const path of paths) {
    let stats: Stats;
    try {
      stats = statSync(path);
    } catch (error) {
      skip(path, error);
      continue;
    }
    if (!stats.isDirectory()) take(path, stats);
    else walk(path);
  }
  return { files: [...files], skipped };

  function walk(root: string): void {
    const pending = [root];
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      let entries: Dirent[];
      try {
        entries = readdirSync(folder, { withFileTypes: true });
      } catch (error) {
        skip(folder, error);
        continue;
      }
      const inside: string[] = [];
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        if (!isEntered(entry.name)) continue;
        const path = folder === '.' ? entry.name : join(folder, entry.name);
        if (entry.isDirectory()) inside.push(path);
        else if ((entry.isFile() || entry.isSymbolicLink()) && wanted(path)) takeBelow(path);
      }
      pending.push(...inside.reverse());
    }
  }

  function takeBelow(path: string): void {
    try {
      const stats = statSync(path);
      if (stats.isFile()) take(path, stats);
    } catch (error) {
      skip(path, error);
    }
  }
}
