import { findFiles } from '../io/find-files.js';

/** All `*.autoscale` files below a folder. */
export function findFormulas(folder: string): string[] {
  return findFiles(folder, ['.autoscale']);
}
