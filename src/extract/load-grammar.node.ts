import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import type { GrammarLoader, GrammarName } from './grammar-loader.js';

/** File of each grammar inside the package that publishes it; the build copies them to dist/grammars under the short name. */
export const grammarFiles: Readonly<Record<GrammarName | 'web-tree-sitter', string>> = {
  'web-tree-sitter': 'web-tree-sitter/web-tree-sitter.wasm',
  terraform: '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
  bicep: 'tree-sitter-bicep/tree-sitter-bicep.wasm',
  python: 'tree-sitter-python/tree-sitter-python.wasm',
  csharp: 'tree-sitter-c-sharp/tree-sitter-c_sharp.wasm',
  powershell: 'tree-sitter-powershell/tree-sitter-powershell.wasm',
  bash: 'tree-sitter-bash/tree-sitter-bash.wasm',
};

/**
 * Reads grammars from disk: beside the built package (`dist/grammars`, from `dist/extract` as well as from `dist/bin`), or from
 * node_modules in a checkout.
 */
export const loadGrammar: GrammarLoader = async (name) => {
  try {
    return await readFile(new URL(`../grammars/${name}.wasm`, import.meta.url));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return readFile(createRequire(import.meta.url).resolve(grammarFiles[name]));
  }
};
