/** After the bracket that closes the one before `from`, quotes respected; the end of the text where none does. */
export function closingBracket(text: string, from: number, open: string, close: string): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '"' || character === "'") {
      const end = text.indexOf(character, at + 1);
      if (end < 0) return text.length;
      at = end;
    } else if (character === open) {
      depth++;
    } else if (character === close && --depth === 0) {
      return at + 1;
    }
  }
  return text.length;
}
