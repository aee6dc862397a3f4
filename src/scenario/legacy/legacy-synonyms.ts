import { legacyTerms } from './legacy-terms.js';

/** The keys of 2014 and 2015 with today's, for suggestions where one is misspelt. */
export const legacySynonyms: ReadonlyMap<string, string> = new Map(
  legacyTerms.map(({ name, modern }) => [name.split('.').at(-1)!, modern[0]]),
);
