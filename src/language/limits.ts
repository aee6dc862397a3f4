/** Longest formula in UTF-16 units (documented). */
export const maximumLength = 8192;

/** Most statements of a formula (documented); comments and empty statements are not counted (language.md section 10). */
export const maximumStatements = 100;

/** Deepest nesting of open parentheses and unfinished ternaries: our limit, not the service's. */
export const maximumNesting = 100;
