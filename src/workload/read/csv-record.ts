/** A field of a CSV record with the column (from 1) at which it starts. */
export interface CsvField {
  readonly text: string;
  readonly column: number;
}

/** The fields of a line without quotes. */
function plainFields(line: string): CsvField[] {
  let column = 1;
  return line.split(',').map((text) => {
    const field = { text, column };
    column += text.length + 1;
    return field;
  });
}

/**
 * Splits a record of comma-separated values (RFC 4180): fields may stand in double quotes, a quote inside is doubled.
 * Undefined if a quote stays open: then the record goes on in the next line.
 */
export function splitCsvRecord(record: string): readonly CsvField[] | undefined {
  if (!record.includes('"')) return plainFields(record);
  const fields: CsvField[] = [];
  let at = 0;
  for (;;) {
    const start = at;
    let text = '';
    if (record[at] === '"') {
      for (at++; ; at++) {
        const close = record.indexOf('"', at);
        if (close < 0) return undefined;
        text += record.slice(at, close);
        at = close + 1;
        if (record[at] !== '"') break;
        text += '"';
      }
    }
    const comma = record.indexOf(',', at);
    const end = comma < 0 ? record.length : comma;
    fields.push({ text: text + record.slice(at, end), column: start + 1 });
    if (comma < 0) return fields;
    at = comma + 1;
  }
}
