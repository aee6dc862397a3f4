import { z } from 'zod';

import { writtenSchema } from './schema/test-file-schema.js';

/** JSON Schema of files of formula tests for editors, published as schemas/autoscale-test.schema.json. */
export function formulaTestJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(writtenSchema, { io: 'input', reused: 'inline' });
  return { ...schema, title: 'poolscale formula tests' };
}

/** The text of the published file. */
export function formulaTestJsonSchemaText(): string {
  return `${JSON.stringify(formulaTestJsonSchema(), undefined, 2)}\n`;
}
