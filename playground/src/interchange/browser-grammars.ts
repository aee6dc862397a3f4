import bash from 'tree-sitter-bash/tree-sitter-bash.wasm?url';
import bicep from 'tree-sitter-bicep/tree-sitter-bicep.wasm?url';
import csharp from 'tree-sitter-c-sharp/tree-sitter-c_sharp.wasm?url';
import powershell from 'tree-sitter-powershell/tree-sitter-powershell.wasm?url';
import python from 'tree-sitter-python/tree-sitter-python.wasm?url';
import terraform from '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm?url';
import treeSitter from 'web-tree-sitter/web-tree-sitter.wasm?url';

import type { GrammarLoader } from '../../../src/extract/grammar-loader.js';

const urls = {
  bash,
  bicep,
  csharp,
  powershell,
  python,
  terraform,
  'web-tree-sitter': treeSitter,
} as const;

/** Grammars come from the page's own server, when they are first needed. */
export const browserGrammars: GrammarLoader = async (name) => {
  const response = await fetch(urls[name]);
  return new Uint8Array(await response.arrayBuffer());
};
