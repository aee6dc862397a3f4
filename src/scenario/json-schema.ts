import { z } from 'zod';

import { scenarioSchema } from './schema/scenario-schema.js';

/** JSON Schema of scenario files for editors, published as schemas/scenario.schema.json. */
export function scenarioJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(scenarioSchema, { io: 'input', reused: 'inline' });
  return { ...schema, title: 'poolscale scenario' };
}

/** The text of the published file. */
export function scenarioJsonSchemaText(): string {
  return `${JSON.stringify(scenarioJsonSchema(), undefined, 2)}\n`;
}
