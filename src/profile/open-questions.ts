import { switchNames, switchTable, type SwitchName } from './switch-table.js';

/** How an open row of the language record is dealt with. */
export type OpenQuestion =
  | { readonly id: string; readonly kind: 'switch'; readonly switches: readonly SwitchName[] }
  | { readonly id: string; readonly kind: 'reason'; readonly reason: string };

/** Why an open row has no switch. Keys are the ids of the rows. */
const reasons: Readonly<Record<string, string>> = {
  'L1.3':
    'a bare user variable named like a function is accepted with a warning: calls and variables cannot be confused, so no result depends on it',
  'L1.7':
    'a string is read only as a time, and no time that the service accepts contains a backslash',
  'L1.8':
    'true, false and null are ordinary undefined names when read; assigning to them is refused, because no formula does',
  'L2.1':
    'assignment inside an expression and += are syntax errors; no formula, document or recording has one',
  'L2.3': 'unary operators may be repeated: every reading gives the same number',
  'L2.4':
    'a method is called on a metric by name; a metric in a variable is an error, so no result can depend on it',
  'L2.5':
    'the wording of these errors is unknown: the words are ours, and a run that shows them lists errorText as unverified',
  'L2.6':
    'assigning to a read-only variable is refused: the documents call it read-only, and a user variable of that name could not be read back',
  'L2.7':
    'comments and empty statements are not counted: the milder reading, so that no formula that the service accepts is refused',
  'L4.1':
    'the wording of these errors is unknown: the words are ours, and a run that shows them lists errorText as unverified',
  'L4.6':
    'rand() gives 0 <= x < 1; whether 1 itself can occur cannot be seen in any number of draws',
  'L5.1': 'GetSample(1, 70) fits no documented overload and is an evaluation error',
  'L5.5': 'how long samples are kept is a parameter of the simulated pool, not of the language',
  'L6.1':
    'numbers print with six significant digits, as every recorded one does; a run that prints a number in exponent form lists largeNumberDisplay as unverified',
  'L6.2':
    'a string prints as its text, NaN and infinities as nan and inf; a run that prints one lists valueDisplay as unverified',
  'L6.4': 'the wording inside a syntax error is unknown: the words are ours',
  'L7.1':
    'which nodes a shrinking pool removes is a parameter of the simulated pool, not of the language',
};

/** Every open row with the switches that cover it, or the reason why none does; ordered by id. */
export const openQuestions: readonly OpenQuestion[] = [
  ...coveredIds().map(([id, switches]) => ({ id, kind: 'switch' as const, switches })),
  ...Object.entries(reasons).map(([id, reason]) => ({ id, kind: 'reason' as const, reason })),
].sort((a, b) => order(a.id) - order(b.id));

function coveredIds(): [string, SwitchName[]][] {
  const byId = new Map<string, SwitchName[]>();
  for (const name of switchNames) {
    for (const id of switchTable[name].covers) byId.set(id, [...(byId.get(id) ?? []), name]);
  }
  return [...byId];
}

function order(id: string): number {
  const [section, row] = id.slice(1).split('.');
  return Number(section) * 1000 + Number(row);
}
