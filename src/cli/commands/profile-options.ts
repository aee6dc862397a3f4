import { readFileSync } from 'node:fs';

import type { Diagnostic, DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import { profileDiagnostic } from '../../profile/profile-diagnostics.js';
import { profileWith, type Profile } from '../../profile/profile.js';
import { readProfile, readSetting } from '../../profile/read-profile.js';

/** The options `--profile file` and `--set name=value` of every command that evaluates; settings win over the file. */
export interface ProfileOptions {
  readonly profile?: string;
  readonly set?: readonly string[];
}

export function profileFromOptions(options: ProfileOptions): DiagnosticResult<Profile> {
  const { value, diagnostics } = overridesFromOptions(options);
  return value === undefined ? { diagnostics } : { value: profileWith(value), diagnostics };
}

/** Only the switches that the options name. */
export function overridesFromOptions({
  profile,
  set = [],
}: ProfileOptions): DiagnosticResult<Partial<Profile>> {
  const diagnostics: Diagnostic[] = [];
  let overrides: Partial<Profile> = {};
  if (profile !== undefined) {
    try {
      const result = readProfile({ name: profile, text: readFileSync(profile, 'utf8') });
      diagnostics.push(...result.diagnostics);
      overrides = { ...result.value };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      diagnostics.push(profileDiagnostic('profile-not-readable', { start: 0, end: 0 }, { reason }));
    }
  }
  for (const setting of set) {
    const result = readSetting(setting);
    diagnostics.push(...result.diagnostics);
    overrides = { ...overrides, ...result.value };
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: overrides, diagnostics };
}
