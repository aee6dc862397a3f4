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
  /** Whether a name stands for text that a surrounding file computes: its type and value are not known. */
  readonly isHole: (name: string) => boolean;
  /** Names of user variables without regard to case, with the spelling of their first assignment. */
  readonly spellings: Map<string, string>;
  readonly diagnostics: Diagnostic[];
  readonly unverified: Set<SwitchName>;
}

/** Notes that the switch for case decides whether this name is that of an earlier variable with another spelling. */
export function noteSpelling({ spellings, unverified }: Scope, name: string): void {
  const first = spellings.get(name.toLowerCase());
  if (first !== undefined && first !== name) unverified.add('nameCase');
}
