/**
 * Short names of files for the heads of tables: without the folders that all have in common and without `.autoscale`, as long
 * as they stay different.
 */
export function shortNames(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split(/[\\/]/));
  const bare = (name: string): string => name.replace(/\.autoscale$/, '');
  const deepest = Math.max(...parts.map((part) => part.length));
  for (let kept = 1; kept <= deepest; kept++) {
    const names = parts.map((part) => bare(part.slice(-kept).join('/')));
    if (new Set(names).size === names.length) return names;
  }
  return paths.map((path) => path);
}
