import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** All `*.autoscale` files below a folder, by name; `node_modules` and hidden folders are left out. */
export function findFormulas(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const found = entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile()) return entry.name.endsWith('.autoscale') ? [path] : [];
    const entered =
      entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules';
    return entered ? findFormulas(path) : [];
  });
  return found.sort();
}
