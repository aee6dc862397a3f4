import { setFlagsFromString } from 'node:v8';

import { hostLanguageOf } from '../../extract/host-language.js';
import { loadGrammar } from '../../extract/load-grammar.node.js';

/** Below this number of files the optimising compiler of WebAssembly takes longer than it saves (bench: 45 ms of 205 for one file). */
const filesWorthOptimising = 100;

/**
 * Begins to load the parser of Terraform, the most frequent host, where there are such files: WebAssembly is compiled on another thread
 * while this one loads the linter. What goes wrong is reported when the first file needs the parser.
 */
export function preloadParsers(paths: readonly string[]): void {
  if (paths.length < filesWorthOptimising) setFlagsFromString('--liftoff-only');
  if (!paths.some((path) => hostLanguageOf(path) === 'terraform')) return;
  import('../../extract/grammar-loader.js')
    .then(({ loadParser }) => loadParser('terraform', loadGrammar))
    .catch(() => undefined);
}
