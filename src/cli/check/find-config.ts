import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

import type { CheckConfig, FileConfig } from '../../lint/config/check-config.js';
import { CommandError } from '../command-error.js';
import { fileErrorText } from '../io/file-error.js';
import { printDiagnostics, type Terminal } from '../terminal.js';

/** Names of configuration files; the first of a folder counts. */
export const configNames: readonly string[] = [
  'poolscale.config.json',
  'poolscale.config.jsonc',
  'poolscale.config.yaml',
  'poolscale.config.yml',
];

/** Answers what the configuration says of a file; undefined where there is none. */
export type ConfigLookup = (path: string) => Promise<FileConfig | undefined>;

export interface ConfigOptions {
  /** `--config file`; false for `--no-config`. */
  readonly config?: string | boolean;
}

/**
 * Looks for the nearest configuration file in the folder of a file and those around it, unless one is named or none is wanted. What is
 * wrong with a configuration is printed and ends the command.
 */
export function createConfigLookup(terminal: Terminal, { config }: ConfigOptions): ConfigLookup {
  if (config === false) return () => Promise.resolve(undefined);
  const named = typeof config === 'string' ? config : undefined;
  const byFolder = new Map<string, string | undefined>();
  const loaded = new Map<string, CheckConfig>();

  const nearest = (folder: string): string | undefined => {
    if (byFolder.has(folder)) return byFolder.get(folder);
    const own = configNames.map((name) => join(folder, name)).find((path) => existsSync(path));
    const parent = dirname(folder);
    const found = own ?? (parent === folder ? undefined : nearest(parent));
    byFolder.set(folder, found);
    return found;
  };

  return async (path) => {
    const file = resolve(path);
    const source = named ?? nearest(dirname(file));
    if (source === undefined) return undefined;
    // A configuration needs readers that take longer to load than a formula takes to check.
    const { configOf } = await import('../../lint/config/check-config.js');
    let read = loaded.get(source);
    if (read === undefined) {
      read = await loadConfig(terminal, source);
      loaded.set(source, read);
    }
    const local = relative(dirname(resolve(source)), file);
    return configOf(read, local.split(sep).join('/'));
  };
}

async function loadConfig(terminal: Terminal, path: string): Promise<CheckConfig> {
  const { readConfig } = await import('../../lint/config/read-config.js');
  const shown = relative(process.cwd(), path);
  const name = shown.startsWith('..') ? path : shown;
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    const reason = fileErrorText(error);
    if (reason === undefined) throw error;
    throw new CommandError(`${path} cannot be read: ${reason}`);
  }
  const { value, diagnostics } = readConfig({ name, text });
  printDiagnostics(terminal, diagnostics);
  if (value === undefined) throw new CommandError();
  return value;
}
