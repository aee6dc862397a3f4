import { legacyTerms, type LegacyTerm } from '../../src/scenario/legacy/legacy-terms.js';

const code = (text: string): string => `\`${text}\``;

function valuesText({ values = {} }: LegacyTerm): string {
  return Object.entries(values)
    .filter(([old, modern]) => old !== modern)
    .map(([old, modern]) => `${code(old)} is ${code(modern)}`)
    .join(', ');
}

function sameName({ name, modern }: LegacyTerm): boolean {
  return name === modern.join('.');
}

/** docs/legacy-names.md: the vocabulary of 2014 and 2015 that scenarios may use. */
export function legacyNamesPage(): string {
  const rows = legacyTerms
    .filter((term) => !sameName(term) || term.values !== undefined)
    .map((term) => {
      const today = code(term.modern.join('.'));
      return `| ${term.place} | ${code(term.name)} | ${today} | ${valuesText(term)} | ${term.row} |`;
    });
  return [
    '# The vocabulary of 2014 and 2015',
    '',
    'Written from `src/scenario/legacy/legacy-terms.ts` (update: `vitest run test/docs/legacy-names.test.ts --update`). A scenario may use the words of the',
    'service of 2014 and 2015, when a node was a task virtual machine (TVM) and a job came from a work item. They are replaced by those of today before',
    'the scenario is checked, each with a note where it stands first; the run and its event log are those of the same scenario in words of today. Case',
    'does not matter in them. A work item with a `schedule` is a job schedule today, and one without is a job.',
    '',
    '| object | name then | name today | values then | [row](service-coverage.md) |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
