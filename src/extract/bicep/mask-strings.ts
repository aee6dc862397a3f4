/**
 * The text with `//` and `/*` inside strings made harmless, character by character: the grammar takes them for comments after an escape.
 * Only for parsing; positions stay the same.
 */
export function maskStrings(text: string): string {
  const tokens = /\/\/[^\n]*|\/\*[^]*?\*\/|'''[^]*?'''|'(?:[^'\\\n]|\\[^\n])*'/g;
  return text.replace(tokens, (token) =>
    token.startsWith("'") ? token.replace(/\/(?=[/*])/g, '.') : token,
  );
}
