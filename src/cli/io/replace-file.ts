import { chmod, realpath, stat } from 'node:fs/promises';

import { writeWhole } from './write-file.js';

/** Gives a file that is there a new content. A link stays a link, and the file keeps its permissions. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  await writeWhole(target, content);
  await chmod(target, mode);
}
