import {
  deallocationKeywords,
  type DeallocationKeyword,
} from '../language/deallocation-options.js';
import { functionNames, functions, type FunctionName } from '../language/functions.js';
import { intervalNames, type IntervalName } from '../language/constants.js';
import { memberNames, type MemberName } from '../language/members.js';
import { methodNames, type MethodName } from '../language/methods.js';
import { variableRows, type VariableRow } from '../language/variables.js';
import type { Profile } from '../profile/profile.js';
import type { SwitchName } from '../profile/switch-table.js';

/** Finds built-ins by the text of a name, under the switches for case and old names. */
export interface NameTable {
  readonly variable: (name: string) => VariableRow | undefined;
  readonly function: (name: string) => FunctionName | undefined;
  readonly method: (name: string) => MethodName | undefined;
  readonly member: (name: string) => MemberName | undefined;
  readonly interval: (name: string) => IntervalName | undefined;
  readonly keyword: (name: string) => DeallocationKeyword | undefined;
  /** The spelling under which user variables are kept apart. */
  readonly userKey: (name: string) => string;
}

function folded<V>(map: ReadonlyMap<string, V>): ReadonlyMap<string, V> {
  return new Map([...map].map(([name, value]) => [name.toLowerCase(), value]));
}

const foldedTables = {
  variable: folded(variableRows),
  function: folded(functionNames),
  method: folded(methodNames),
  member: folded(memberNames),
  interval: folded(intervalNames),
  keyword: folded(deallocationKeywords),
};

/** Each look-up that a switch decided is noted in `unverified`. */
export function createNameTable(profile: Profile, unverified: Set<SwitchName>): NameTable {
  function finder<V>(
    exact: ReadonlyMap<string, V>,
    byFoldedName: ReadonlyMap<string, V>,
  ): (name: string) => V | undefined {
    return (name) => {
      const found = exact.get(name);
      if (found !== undefined) return found;
      const near = byFoldedName.get(name.toLowerCase());
      if (near === undefined) return undefined;
      unverified.add('nameCase');
      return profile.nameCase === 'insensitive' ? near : undefined;
    };
  }
  const variable = finder(variableRows, foldedTables.variable);
  const functionNamed = finder(functionNames, foldedTables.function);
  return {
    variable(name) {
      const row = variable(name);
      // The short target names are current documentation; the rest of the old names are not.
      const documentedAlias = name === '$TargetDedicated' || name === '$TargetLowPriority';
      if (row?.status !== 'legacy' || documentedAlias) return row;
      unverified.add('legacyNames');
      return profile.legacyNames === 'accept' ? row : undefined;
    },
    function(name) {
      const found = functionNamed(name);
      if (found === undefined || functions[found].status === 'current') return found;
      unverified.add('legacyNames');
      return profile.legacyNames === 'accept' ? found : undefined;
    },
    method: finder(methodNames, foldedTables.method),
    member: finder(memberNames, foldedTables.member),
    interval: finder(intervalNames, foldedTables.interval),
    keyword: finder(deallocationKeywords, foldedTables.keyword),
    userKey: (name) => (profile.nameCase === 'insensitive' ? name.toLowerCase() : name),
  };
}
