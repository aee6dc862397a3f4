import { watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';

import { testFileSuffixes } from './run-tests.js';

/** Editors write a file in several steps; the run waits until they have ended. */
const settlingMilliseconds = 100;

/**
 * Runs again whenever one of the files changes, or a file of tests beside them comes or goes. `run` says which files it has read.
 * Folders are watched, because many editors replace a file by another one. Never resolves: Ctrl-C ends it.
 */
export function watchFiles(
  initial: ReadonlySet<string>,
  run: () => Promise<ReadonlySet<string>>,
): Promise<never> {
  return new Promise((_, reject) => {
    let files = initial;
    let watchers: readonly FSWatcher[] = [];
    let timer: NodeJS.Timeout | undefined;
    let running = false;
    let changes = 0;

    const concerns = (folder: string, name: string | null): boolean =>
      name === null ||
      testFileSuffixes.some((suffix) => name.endsWith(suffix)) ||
      [...files].some((file) => dirname(file) === folder && basename(file) === name);

    const start = async (): Promise<void> => {
      running = true;
      let seen: number;
      do {
        seen = changes;
        files = await run();
      } while (seen !== changes);
      running = false;
      for (const watcher of watchers) watcher.close();
      observe();
    };

    const changed = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        changes++;
        if (!running) start().catch(reject);
      }, settlingMilliseconds);
    };

    const observe = (): void => {
      const folders = new Set(['.', ...[...files].map((file) => dirname(file))]);
      watchers = [...folders].map((folder) =>
        watch(folder, (_event, name) => {
          if (concerns(folder, name)) changed();
        }),
      );
    };

    observe();
  });
}
