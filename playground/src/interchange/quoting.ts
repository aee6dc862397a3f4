/** A string in three quotes takes every character but three quotes in a row, and leaves out the line break that it begins with. */
export function quotedBicep(text: string): string {
  if (!text.includes("'''") && !text.endsWith("'") && !text.includes('\r'))
    return `'''\n${text}'''`;
  const escaped = text
    .replace(/[\\']|\$(?=\{)/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `'${escaped}'`;
}

/** Single quotes of a POSIX shell keep everything; a single quote itself ends them for a moment. */
export function quotedShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Three quotes keep lines; a backslash at their end takes the first line break away. */
export function quotedPython(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\r', '\\r')
    .replace(/"""|"$/g, (quotes) => quotes.replaceAll('"', '\\"'));
  return `"""\\\n${escaped}"""`;
}
