import type { StaticType } from './static-type.js';

/** What a parameter takes: a value type, a list of doubles and doubleVecs, or one end of a sample window. */
export type ParameterType = 'double' | 'doubleVec' | 'doubleVecList' | 'string' | 'window';

export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly optional?: boolean;
}

/** One overload. A `doubleVecList` takes any number of arguments and is always the last parameter. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  readonly result: StaticType;
}

export function acceptsArgumentCount(signature: Signature, count: number): boolean {
  const { parameters } = signature;
  const last = parameters.at(-1);
  if (last?.type === 'doubleVecList') return count >= parameters.length - 1;
  const required = parameters.filter((parameter) => parameter.optional !== true).length;
  return count >= required && count <= parameters.length;
}

/** The parameter that argument number `index` meets. */
export function parameterAt(signature: Signature, index: number): Parameter {
  return signature.parameters[Math.min(index, signature.parameters.length - 1)]!;
}

/** `GetSample(start: window, end: window, samplePercent?: double)`. */
export function signatureText(name: string, signature: Signature): string {
  const parameters = signature.parameters.map((parameter) => {
    const optional = parameter.optional === true ? '?' : '';
    return `${parameter.name}${optional}: ${parameter.type}`;
  });
  return `${name}(${parameters.join(', ')})`;
}

/** Argument counts in words, for messages: `2`, `0 or 1`, `1 to 3`, `any number of`. */
export function argumentCountText(signatures: readonly Signature[]): string {
  const least = Math.min(
    ...signatures.map(
      ({ parameters }) =>
        parameters.filter(({ optional, type }) => optional !== true && type !== 'doubleVecList')
          .length,
    ),
  );
  const most = Math.max(...signatures.map(({ parameters }) => parameters.length));
  if (signatures.some(({ parameters }) => parameters.at(-1)?.type === 'doubleVecList')) {
    return least === 0 ? 'any number of arguments' : `at least ${least} arguments`;
  }
  if (least === most) return `${least === 0 ? 'no' : least} argument${least === 1 ? '' : 's'}`;
  return `${least} ${most - least === 1 ? 'or' : 'to'} ${most} arguments`;
}
