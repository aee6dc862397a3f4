import type { ScenarioFiles } from '../../../src/scenario/index.js';
import type { NamedBytes } from './messages.js';

/** Name under which scenarios of the playground refer to the formula in the editor. */
export const formulaFile = 'formula.autoscale';

/** The files of a scenario in memory. A path is a plain name. */
export function virtualFiles(formula: string, files: readonly NamedBytes[]): ScenarioFiles {
  const byName = new Map(files.map(({ name, bytes }) => [name, bytes]));
  const read = (path: string): Uint8Array => {
    const bytes = byName.get(path);
    if (bytes === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' });
    return bytes;
  };
  return {
    resolve: (_, reference) => reference.replace(/^(\.\/)+/, ''),
    readText: (path) =>
      path === formulaFile
        ? Promise.resolve({ name: path, text: formula })
        : Promise.resolve().then(() => ({
            name: path,
            text: new TextDecoder().decode(read(path)),
          })),
    async *readBytes(path) {
      yield await Promise.resolve(read(path));
    },
  };
}
