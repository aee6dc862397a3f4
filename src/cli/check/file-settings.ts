import { rulesById } from '../../lint/rule-table.js';
import type { RuleLevel } from '../../lint/config/check-config.js';
import { profileWith, type Profile } from '../../profile/profile.js';
import { CommandError } from '../command-error.js';
import { printDiagnostics, type Terminal } from '../terminal.js';
import type { FileSettings } from './examine-files.js';
import { createConfigLookup } from './find-config.js';
import { readLevels } from './read-levels.js';
import type { ProfileOptions } from '../commands/profile-options.js';

export interface SettingsOptions extends ProfileOptions {
  readonly rule?: readonly string[];
  readonly requireReason?: boolean;
  readonly config?: string | boolean;
}

/** How each file is checked: what the command line says wins over the configuration file. */
export async function createFileSettings(
  terminal: Terminal,
  options: SettingsOptions,
): Promise<(path: string) => Promise<FileSettings>> {
  const levels = readLevels(options.rule ?? []);
  const overrides = await switchesOf(terminal, options);
  const today = new Date().toISOString().slice(0, 10);
  const requireReason = options.requireReason === true;
  const lookUp = createConfigLookup(terminal, options);
  const plain = {
    lint: { levels, today, requireReason, profile: profileWith(overrides) },
    excluded: false,
  };
  return async (path) => {
    const config = await lookUp(path);
    if (config === undefined) return plain;
    const { environment, formulaPaths, included } = config;
    const lint = {
      levels: new Map([...config.levels, ...levels]),
      profile: { ...config.profile, ...overrides },
      today,
      requireReason,
      environment,
      formulaPaths,
    };
    return { lint, excluded: !included };
  };
}

async function switchesOf(terminal: Terminal, options: ProfileOptions): Promise<Partial<Profile>> {
  if (options.profile === undefined && options.set === undefined) return {};
  // Reading switches needs a YAML reader, which takes longer to load than a formula takes to check.
  const { overridesFromOptions } = await import('../commands/profile-options.js');
  const { value, diagnostics } = overridesFromOptions(options);
  printDiagnostics(terminal, diagnostics);
  if (value === undefined) throw new CommandError();
  return value;
}

/** The settings of one file as JSON: every rule with its level. */
export function settingsText({ lint, excluded }: FileSettings): string {
  const { levels, environment = {}, profile, formulaPaths = [], requireReason } = lint;
  const rules: Record<string, RuleLevel> = {};
  for (const { id, level, canTurnOff } of rulesById.values()) {
    rules[id] = canTurnOff ? (levels?.get(id) ?? level) : level;
  }
  const settings = {
    checked: !excluded,
    rules,
    environment,
    profile,
    formulaPaths,
    requireReason,
  };
  return `${JSON.stringify(settings, undefined, 2)}\n`;
}
