import type { Distribution } from '../../base/random/distribution.js';
import { parameterTable, type ParameterDefinition, type ParameterName } from './parameter-table.js';

type ValueOf<D> = D extends { readonly kind: 'distribution' }
  ? Distribution
  : D extends { readonly kind: 'number' }
    ? number
    : D extends { readonly values: readonly (infer V)[] }
      ? V
      : never;

/** A value for every parameter of the table. */
export type Parameters = {
  readonly [N in ParameterName]: ValueOf<(typeof parameterTable)[N]>;
};

export const parameterNames: readonly ParameterName[] = Object.keys(
  parameterTable,
) as ParameterName[];

export function parameterDefinition(name: ParameterName): ParameterDefinition {
  return parameterTable[name];
}

/** The defaults of the table with some values replaced. */
export function parametersWith(overrides: Partial<Parameters> = {}): Parameters {
  const values = Object.fromEntries(
    parameterNames.map((name) => [name, parameterTable[name].default]),
  ) as unknown as Parameters;
  return { ...values, ...overrides };
}
