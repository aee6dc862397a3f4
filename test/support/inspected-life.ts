import { Readable } from 'node:stream';

import type { Life } from '../../src/report/inspect/life.js';
import type { Subject } from '../../src/report/inspect/life-entry.js';
import { readLife, type ReadLife } from '../../src/report/inspect/read-life.js';

/** What reading the text of an event log finds of a subject. */
export function inspect(text: string, subject: Subject): Promise<ReadLife> {
  return readLife(Readable.from(text.split('\n')), subject);
}

/** The life of a subject that must be in the log. */
export async function lifeOf(text: string, subject: Subject): Promise<Life> {
  const found = await inspect(text, subject);
  if (found.kind !== 'life') throw new Error(JSON.stringify(found));
  return found.life;
}
