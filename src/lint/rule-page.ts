/** Where the page of a rule can be read; the command prints the same text with `poolscale explain`. */
export function rulePageUrl(rule: string): string {
  return `https://github.com/poolscale/poolscale/blob/main/docs/rules/${rule}.md`;
}
