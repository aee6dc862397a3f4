import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** All files below a folder whose name ends so, by name; `node_modules`, hidden folders and links to folders are left out. */
export function findFiles(folder: string, suffixes: readonly string[]): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const found = entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile()) {
      return suffixes.some((suffix) => entry.name.endsWith(suffix)) ? [path] : [];
    }
    const entered =
      entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules';
    return entered ? findFiles(path, suffixes) : [];
  });
  return found.sort();
}
