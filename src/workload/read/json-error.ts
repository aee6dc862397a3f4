const token =
  /[\t\n\r ]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/** What may come next: a value, a key or the closing brace, a comma or the closing bracket, ... */
type Expectation =
  'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'comma-or-close' | 'end';

/**
 * Offset of the first error of a text that `JSON.parse` refused; the length of the text if it ends too early. Engines word
 * their messages differently and not all name a place.
 */
export function jsonErrorOffset(text: string): number {
  const open: ('{' | '[')[] = [];
  let expectation: Expectation = 'value';
  token.lastIndex = 0;
  for (let at = 0; ; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) {
      const next = text.slice(at).search(/[^\t\n\r ]/);
      return next < 0 ? text.length : at + next;
    }
    const [whole, punctuation, string] = match;
    const start = at + whole.length - (punctuation ?? string ?? match[3]!).length;
    const next = step(expectation, punctuation, string !== undefined, open);
    if (next === undefined) return start;
    expectation = next;
  }
}

function step(
  expectation: Expectation,
  punctuation: string | undefined,
  isString: boolean,
  open: ('{' | '[')[],
): Expectation | undefined {
  const afterValue = (): Expectation => (open.length === 0 ? 'end' : 'comma-or-close');
  const takesValue = expectation === 'value' || expectation === 'value-or-close';
  const takesKey = expectation === 'key' || expectation === 'key-or-close';
  if (punctuation === undefined) {
    if (takesKey) return isString ? 'colon' : undefined;
    return takesValue ? afterValue() : undefined;
  }
  if (punctuation === '{' || punctuation === '[') {
    if (!takesValue) return undefined;
    open.push(punctuation);
    return punctuation === '{' ? 'key-or-close' : 'value-or-close';
  }
  if (punctuation === ':') return expectation === 'colon' ? 'value' : undefined;
  if (punctuation === ',') {
    if (expectation !== 'comma-or-close') return undefined;
    return open.at(-1) === '{' ? 'key' : 'value';
  }
  const closes = punctuation === '}' ? '{' : '[';
  const mayClose =
    expectation === 'comma-or-close' ||
    expectation === (closes === '{' ? 'key-or-close' : 'value-or-close');
  if (!mayClose || open.at(-1) !== closes) return undefined;
  open.pop();
  return afterValue();
}
