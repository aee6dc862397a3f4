import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Plugin } from 'vite';

/** Languages whose grammars are large: kept when they were used, not before. */
const onDemand = /\.wasm$|\.map$/;

/** Writes service-worker.js with the names of all files of the build, so that the page works offline after the first load. */
export function precacheList(): Plugin {
  return {
    name: 'precache-list',
    apply: 'build',
    generateBundle(_, bundle) {
      const files = ['./', ...Object.keys(bundle).filter((file) => !onDemand.test(file))].sort();
      const hash = createHash('sha256').update(JSON.stringify(Object.keys(bundle).sort()));
      const template = readFileSync(join(import.meta.dirname, 'service-worker.js'), 'utf8');
      this.emitFile({
        type: 'asset',
        fileName: 'service-worker.js',
        source: template
          .replace('__FILES__', JSON.stringify(files))
          .replace('__VERSION__', hash.digest('hex').slice(0, 12)),
      });
    },
  };
}
