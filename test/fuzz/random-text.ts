import { functionNames } from '../../src/language/functions.js';
import { memberNames } from '../../src/language/members.js';
import { methodNames } from '../../src/language/methods.js';
import { variableRows } from '../../src/language/variables.js';
import { profileWith, type Profile } from '../../src/profile/profile.js';
import { switchNames, switchTable } from '../../src/profile/switch-table.js';
import { drawsOf, type Draws } from './draws.js';

const words: readonly string[] = [
  ...variableRows.keys(),
  ...functionNames.keys(),
  ...memberNames.keys(),
  ...methodNames.keys(),
  ...'TimeInterval_Minute TimeInterval_Year requeue taskcompletion true null x $x v'.split(' '),
  ...'+ - * / < <= > >= == != && || ! ? : ; ; = = ( ) ( ) , . [ ] { } % ^ # $ \\ & |'.split(' '),
  ...'0 1 2 0.5 70 1e3 .5 5. 0x1F 99999999999999999999 "" "a" "2026-03-02T08:00:00Z"'.split(' '),
  "'a'",
  '"',
  '//',
  '/*',
  '*/',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '\uFEFF',
  '\u00e9',
  '\u2028',
];

function bytes(draws: Draws): string {
  const count = draws.below(400);
  return Array.from({ length: count }, () => String.fromCharCode(draws.below(256))).join('');
}

function wordSoup(draws: Draws): string {
  const separator = draws.pick(['', ' ']);
  return Array.from({ length: draws.below(120) }, () => draws.pick(words)).join(separator);
}

/** One small change to a formula. */
function mutated(text: string, other: string, draws: Draws): string {
  const from = draws.below(text.length + 1);
  const to = Math.min(text.length, from + draws.below(30));
  const [before, part, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  switch (draws.below(7)) {
    case 0:
      return before + after;
    case 1:
      return before + part + part + after;
    case 2:
      return before + draws.pick(words) + part + after;
    case 3:
      return before + draws.pick(words) + after;
    case 4:
      return before + other.slice(draws.below(other.length + 1));
    case 5:
      return before + String.fromCharCode(draws.below(0x250)) + part + after;
    default:
      return before;
  }
}

/** A text and a profile that nobody chose: bytes, words in any order, and formulas with some changes. */
export function randomText(
  seed: string,
  input: number,
  formulas: readonly string[],
): { readonly text: string; readonly profile: Profile } {
  const draws = drawsOf('fuzz/language', seed, input);
  const profile = profileWith(
    Object.fromEntries(
      switchNames
        .filter(() => draws.below(6) === 0)
        .map((name) => [name, draws.pick<string>(switchTable[name].values)]),
    ),
  );
  const kind = draws.below(8);
  if (kind === 0) return { text: bytes(draws), profile };
  if (kind === 1) return { text: wordSoup(draws), profile };
  let text = draws.pick(formulas);
  for (let changes = draws.below(5); changes >= 0; changes--) {
    text = mutated(text, draws.pick(formulas), draws);
  }
  return { text, profile };
}
