import type { Diagnostic } from '../base/diagnostics/diagnostic.js';
import type { SourceText } from '../base/text/source-text.js';
import type { StaticType } from '../language/static-type.js';
import type { Profile } from '../profile/profile.js';
import type { SwitchName } from '../profile/switch-table.js';
import type { NameTable } from './names.js';

/** What is known of a user variable at one point of the program. */
export interface UserVariable {
  readonly index: number;
  /** As written in its first assignment. */
  readonly name: string;
  type: StaticType;
}

/** What the checker carries from statement to statement. */
export interface Scope {
  readonly source: SourceText;
  readonly profile: Profile;
  readonly names: NameTable;
  readonly userVariables: Map<string, UserVariable>;
  readonly diagnostics: Diagnostic[];
  readonly unverified: Set<SwitchName>;
}
