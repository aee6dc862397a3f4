import type { Severity } from '../../base/diagnostics/diagnostic.js';
import { globMatcher } from '../../base/text/glob.js';
import { profileWith, type Profile } from '../../profile/profile.js';
import type { RuleEnvironment } from '../rule.js';
import { ruleTable } from '../rule-table.js';

export type RuleLevel = Severity | 'off';
export type Preset = 'recommended' | 'strict' | 'all';

/** Settings that overrides can change. */
export interface ConfigSettings {
  readonly rules: Readonly<Record<string, RuleLevel>>;
  readonly environment: RuleEnvironment;
  readonly profile: Partial<Profile>;
}

/** A configuration file that was read. Globs are relative to its folder. */
export interface CheckConfig extends ConfigSettings {
  readonly extends: Preset;
  readonly files?: readonly string[];
  readonly exclude: readonly string[];
  readonly hosts: readonly {
    readonly files?: readonly string[];
    readonly paths: readonly string[];
  }[];
  readonly overrides: readonly (ConfigSettings & { readonly files: readonly string[] })[];
}

/** What holds without a configuration file. */
export const defaultConfig: CheckConfig = {
  extends: 'recommended',
  rules: {},
  environment: {},
  profile: {},
  exclude: [],
  hosts: [],
  overrides: [],
};

/** What a configuration says of one file. */
export interface FileConfig {
  readonly levels: ReadonlyMap<string, RuleLevel>;
  readonly environment: RuleEnvironment;
  readonly profile: Profile;
  /** Paths of values in YAML and JSON that are formulas. */
  readonly formulaPaths: readonly string[];
  readonly included: boolean;
}

function matchesAny(path: string, globs: readonly string[]): boolean {
  return globs.some((glob) => globMatcher(glob)(path));
}

const raised: Readonly<Record<Preset, Readonly<Partial<Record<Severity, Severity>>>>> = {
  recommended: {},
  strict: { warning: 'error' },
  all: { warning: 'error', info: 'warning' },
};

/** `path` is relative to the folder of the configuration file, with `/`. Later settings win over earlier ones. */
export function configOf(config: CheckConfig, path: string): FileConfig {
  const levels = new Map<string, RuleLevel>();
  for (const { id, level } of ruleTable) {
    const preset = raised[config.extends][level];
    if (preset !== undefined) levels.set(id, preset);
  }
  const settings = [config, ...config.overrides.filter(({ files }) => matchesAny(path, files))];
  let environment: RuleEnvironment = {};
  let profile: Partial<Profile> = {};
  for (const each of settings) {
    for (const [rule, level] of Object.entries(each.rules)) levels.set(rule, level);
    environment = { ...environment, ...each.environment };
    profile = { ...profile, ...each.profile };
  }
  const hosts = config.hosts.filter(({ files }) => files === undefined || matchesAny(path, files));
  return {
    levels,
    environment,
    profile: profileWith(profile),
    formulaPaths: hosts.flatMap(({ paths }) => paths),
    included:
      !matchesAny(path, config.exclude) &&
      (config.files === undefined || matchesAny(path, config.files)),
  };
}
