import { literalText, type FoundValue } from '../literal/host-literal.js';
import { isFormulaName, setsTarget } from '../names.js';
import type { Span } from '../../base/text/source-text.js';
import type { Binding, CodeExpression, CodeFile } from './code-expression.js';
import { evaluateCode, type NameLookup } from './evaluate.js';

/** Quick look at the text of a value before it is read. */
const mentionsTarget = /\$Target/i;

/**
 * Formulas of a program: what arguments, properties and variables of that name are given, what a marker comment announces, and any text
 * that sets a target. Variables are followed to what they were given in the same file.
 */
export function findInCode(hostText: string, file: CodeFile): readonly FoundValue[] {
  const { bindings, strings, marked } = file;
  const textOf = ({ start, end }: Span): string => hostText.slice(start, end);
  const found: FoundValue[] = [];
  const covered = new Set<number>();
  const appended = new Set(bindings.filter(({ appends }) => appends).map(keyOf));
  const add = (binding: Binding, certainty: FoundValue['certainty']): void => {
    const { address = binding.name } = binding;
    const lookup = lookupFor(bindings, binding, appended);
    const reason = `${binding.name} is put together in several steps`;
    const pieced = binding.kind === 'variable' && appended.has(keyOf(binding));
    const expression: CodeExpression = pieced
      ? { kind: 'computed', host: binding.value, reason }
      : binding.read();
    for (const each of evaluateCode(hostText, expression, lookup)) {
      found.push({ address: each.address ?? address, value: each.value, certainty });
    }
  };
  for (const binding of bindings) {
    const { name, line, value, kind } = binding;
    const isMarked = marked.has(line);
    const named = isFormulaName(name);
    // A name that is only handed on is followed from where it is used.
    if (!isMarked && !named) continue;
    if (named && !isMarked && kind === 'variable' && !/["'`]/.test(textOf(value))) continue;
    add(binding, isMarked ? 'sink' : 'name');
  }
  for (const { value } of found) covered.add(value.host.start);
  for (const { host, whole, read, line } of strings) {
    if (covered.has(whole.start) || !mentionsTarget.test(textOf(host))) continue;
    if (found.some(({ value }) => value.host.start <= host.start && host.end <= value.host.end))
      continue;
    const binding = bindings.find(
      ({ value }) => value.start === whole.start && value.end === whole.end,
    );
    const before = found.length;
    if (binding !== undefined) add(binding, 'name');
    else {
      for (const each of evaluateCode(hostText, read(), () => undefined)) {
        found.push({ address: `line ${line + 1}`, value: each.value, certainty: 'name' });
      }
    }
    covered.add(whole.start);
    const added = found.splice(before);
    found.push(
      ...added.filter(({ value }) =>
        value.kind === 'literal'
          ? setsTarget(literalText(hostText, value))
          : value.kind === 'dynamic' && /in several steps$/.test(value.reason),
      ),
    );
  }
  return found;
}

function keyOf({ scope, name }: Binding): string {
  return `${scope} ${name}`;
}

/** The variables of a name in the scope of the reader, else in the scopes around it. */
function lookupFor(
  bindings: readonly Binding[],
  reader: Binding,
  appended: ReadonlySet<string>,
): NameLookup {
  return (name) => {
    for (const scope of scopesAround(reader.scope)) {
      const candidates = bindings.filter(
        (each) =>
          each.kind === 'variable' && each.name === name && each.scope === scope && each !== reader,
      );
      const [first] = candidates;
      if (first === undefined) continue;
      const reason = `${name} is put together in several steps`;
      const expressions: readonly CodeExpression[] = appended.has(keyOf(first))
        ? [{ kind: 'computed', host: first.value, reason }]
        : candidates.map((each) => each.read());
      return { address: first.address ?? name, expressions };
    }
    return undefined;
  };
}

/** `a/b/c`, `a/b`, `a`, and the file itself. */
function scopesAround(scope: string): readonly string[] {
  const names = scope === '' ? [] : scope.split('/');
  return [...names.map((_, index) => names.slice(0, names.length - index).join('/')), ''];
}
