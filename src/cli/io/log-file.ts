import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { CommandError } from '../command-error.js';
import { fileErrorText } from './file-error.js';

/** A file that grows while a run goes on and gets its name when it is whole. */
export interface LogFile {
  readonly write: (lines: string) => void;
  /** Ends the file and gives it its name. */
  close(): void;
}

/** Devices and pipes (`/dev/null`) are written to directly: a file renamed to them would take their place. */
function isSpecial(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === false;
}

function orFail<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const reason = fileErrorText(error);
    if (reason === undefined) throw error;
    throw new CommandError(`${path} cannot be written: ${reason}`);
  }
}

/** Opens a log under a temporary name in the same folder. Failures end the command. */
export function openLogFile(path: string): LogFile {
  const direct = orFail(path, () => isSpecial(path));
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const file = orFail(path, () => openSync(direct ? path : temporary, 'w'));
  return {
    write(lines) {
      orFail(path, () => writeSync(file, lines));
    },
    close() {
      orFail(path, () => {
        closeSync(file);
        if (direct) return;
        try {
          renameSync(temporary, path);
        } catch (error) {
          rmSync(temporary, { force: true });
          throw error;
        }
      });
    },
  };
}
