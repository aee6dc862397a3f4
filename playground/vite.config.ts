import { defineConfig } from 'vite';

import { earlyEditor } from './build/early-editor.js';
import { precacheList } from './build/precache-list.js';

/** A static page for any web server, under any path. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: {
    outDir: '../dist/playground',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      // The runtime of tree-sitter has eval for grammars with scripts inside; none of ours has one, and the page's policy forbids it.
      onLog: (level, log, handler) => {
        if (log.code !== 'EVAL') handler(level, log);
      },
    },
  },
  worker: { format: 'es' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [earlyEditor(), precacheList()],
});
