import type { SwitchName, SwitchValues } from './switch-table.js';
import { switchNames, switchTable } from './switch-table.js';

/** A value for every switch. */
export type Profile = SwitchValues;

export const defaultProfile: Profile = Object.freeze(
  Object.fromEntries(switchNames.map((name) => [name, switchTable[name].values[0]])),
) as unknown as Profile;

/** The default profile with some switches set otherwise. */
export function profileWith(overrides: Partial<Profile>): Profile {
  return { ...defaultProfile, ...overrides };
}

export function isSwitchName(name: string): name is SwitchName {
  return Object.hasOwn(switchTable, name);
}
