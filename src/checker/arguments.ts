import {
  acceptsArgumentCount,
  parameterAt,
  type ParameterType,
  type Signature,
} from '../language/signature.js';
import { describeType, type StaticType } from '../language/static-type.js';
import { checkDiagnostic } from './check-diagnostics.js';
import type { Scope } from './scope.js';
import type { TypedExpression } from './typed-program.js';

type Fit = 'yes' | 'run-time' | 'vector-as-number' | 'no';

const ranking: readonly Fit[] = ['yes', 'run-time', 'vector-as-number', 'no'];

const parameterText: Readonly<Record<ParameterType, string>> = {
  double: 'a double',
  doubleVec: 'a doubleVec',
  doubleVecList: 'doubles and doubleVecs',
  string: 'a string',
  window: 'a timeinterval or timestamp',
};

function fits(type: StaticType, parameter: ParameterType): Fit {
  if (type === 'unknown') return 'run-time';
  switch (parameter) {
    case 'double':
      if (type === 'numberList') return 'run-time';
      if (type === 'doubleVec') return 'vector-as-number';
      return type === 'double' ? 'yes' : 'no';
    case 'doubleVec':
      if (type === 'numberList') return 'run-time';
      return type === 'doubleVec' ? 'yes' : 'no';
    case 'doubleVecList':
      return type === 'double' || type === 'doubleVec' || type === 'numberList' ? 'yes' : 'no';
    case 'string':
      return type === 'string' ? 'yes' : 'no';
    case 'window':
      return type === 'timeinterval' || type === 'timestamp' ? 'yes' : 'no';
  }
}

function worst(list: readonly Fit[]): Fit {
  return ranking[Math.max(0, ...list.map((fit) => ranking.indexOf(fit)))]!;
}

/**
 * The overload that arguments choose and its result type. Arguments of a wrong type are reported; `overload` is undefined
 * where only the run-time types tell, or nothing fits. The number of arguments must fit some overload.
 */
export function chooseOverload(
  scope: Scope,
  name: string,
  signatures: readonly Signature[],
  values: readonly TypedExpression[],
): { readonly overload: number | undefined; readonly result: StaticType } {
  const candidates = signatures.flatMap((signature, index) => {
    if (!acceptsArgumentCount(signature, values.length)) return [];
    const fit = values.map((value, at) => fits(value.type, parameterAt(signature, at).type));
    return [{ index, signature, fit, worst: worst(fit) }];
  });
  const exact = candidates.find((candidate) => candidate.worst === 'yes');
  if (exact !== undefined) return { overload: exact.index, result: exact.signature.result };
  const possible = candidates.filter((candidate) => candidate.worst === 'run-time');
  if (possible.length > 0) {
    const results = possible.map((candidate) => candidate.signature.result);
    const [first] = results;
    const same = results.every((result) => result === first);
    return {
      overload: possible.length === 1 ? possible[0]!.index : undefined,
      result: same ? first! : 'numberList',
    };
  }
  const { source, diagnostics } = scope;
  const nearest =
    candidates.find((candidate) => candidate.worst === 'vector-as-number') ??
    [...candidates].sort((a, b) => failures(a.fit) - failures(b.fit))[0]!;
  const at = nearest.fit.indexOf(nearest.worst);
  const { span, type } = values[at]!;
  if (nearest.worst === 'vector-as-number') {
    const parameters = undefined as never;
    diagnostics.push(checkDiagnostic('vector-compared-with-number', span, parameters, { source }));
    return { overload: nearest.index, result: nearest.signature.result };
  }
  const expected = parameterText[parameterAt(nearest.signature, at).type];
  const parameters = { name, expected, found: describeType(type) };
  diagnostics.push(checkDiagnostic('argument-type', span, parameters, { source }));
  return { overload: undefined, result: nearest.signature.result };
}

function failures(list: readonly Fit[]): number {
  return list.filter((fit) => fit === 'no').length;
}
