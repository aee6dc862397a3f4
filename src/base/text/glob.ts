const compiled = new Map<string, (path: string) => boolean>();

/**
 * Whether a path (with `/`) fits a pattern: `*` any characters of one name, `?` one of them, `**` any folders, `{a,b}` alternatives. A
 * pattern without `/` fits names in any folder, and one that ends with `/` all that is in the folder, as in .gitignore.
 */
export function globMatcher(pattern: string): (path: string) => boolean {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const expression = new RegExp(`^${expressionOf(pattern)}$`, 'u');
  const matcher = (path: string): boolean => expression.test(path);
  compiled.set(pattern, matcher);
  return matcher;
}

function expressionOf(pattern: string): string {
  const inFolder = pattern.endsWith('/') ? `${pattern}**` : pattern;
  const anywhere = pattern.slice(0, -1).includes('/') ? inFolder : `**/${inFolder}`;
  const path = anywhere.replace(/^\.?\//, '');
  let alternatives = 0;
  const parts = path.match(/\*\*\/|\*\*|[^]/gu) ?? [];
  const expression = parts.map((part) => {
    switch (part) {
      case '**/':
        return '(?:[^/]+/)*';
      case '**':
        return '.*';
      case '*':
        return '[^/]*';
      case '?':
        return '[^/]';
      case '{':
        alternatives++;
        return '(?:';
      case '}':
        if (alternatives === 0) return '\\}';
        alternatives--;
        return ')';
      case ',':
        return alternatives > 0 ? '|' : ',';
      default:
        return part.replace(/[.+^$()|[\]\\/]/u, '\\$&');
    }
  });
  return expression.join('') + ')'.repeat(alternatives);
}
