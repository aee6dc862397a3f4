import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { CommandError } from '../command-error.js';
import { fileErrorText } from './file-error.js';

/** Writes a file whole or not at all: under another name in the same folder, then renamed. A failure ends the command. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    const reason = fileErrorText(error);
    if (reason === undefined) throw error;
    throw new CommandError(`${path} cannot be written: ${reason}`);
  }
}
