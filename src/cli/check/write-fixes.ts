import { unifiedDiff } from '../fmt/unified-diff.js';
import { replaceFile } from '../io/replace-file.js';
import type { Terminal } from '../terminal.js';
import { shownPath } from './build-report.js';
import type { Examined, FixMode } from './examine-files.js';

/** Writes what fixes have changed, or shows it. The text of standard input goes to standard output, fixed or not. */
export async function writeFixes(
  terminal: Terminal,
  mode: FixMode,
  { changed }: Examined,
  standardInput: Uint8Array | undefined,
): Promise<void> {
  switch (mode) {
    case 'none':
    case 'dry-run':
      return;
    case 'diff':
      for (const { path, before, after } of changed) {
        terminal.stdout.write(unifiedDiff(before, after, shownPath(path)));
      }
      return;
    case 'write':
      for (const { path, after, toBytes } of changed) {
        if (path === '-') terminal.stdout.write(toBytes(after));
        else await replaceFile(path, toBytes(after));
      }
      if (standardInput !== undefined && !changed.some(({ path }) => path === '-')) {
        terminal.stdout.write(standardInput);
      }
  }
}
