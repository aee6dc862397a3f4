import type { Terminal } from '../terminal.js';
import { writeWhole } from './write-file.js';

/** Prints the answer of a command: to the file of `--output`, else to standard output. */
export async function print(
  terminal: Terminal,
  text: string,
  output: string | undefined,
): Promise<void> {
  if (output !== undefined) await writeWhole(output, text);
  else terminal.stdout.write(text);
}
