/** Formats of the report of `poolscale check`. */
export const checkFormats = [
  'pretty',
  'compact',
  'json',
  'sarif',
  'github',
  'azure-pipelines',
  'gitlab',
  'junit',
  'checkstyle',
  'rdjson',
] as const;

export type FormatName = (typeof checkFormats)[number];
