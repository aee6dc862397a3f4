import type { TypedExpression } from '../../../checker/typed-program.js';
import type { MethodName } from '../../../language/methods.js';
import type { Representation } from '../representation.js';
import { countEnds, methodCall, methodSite, windowEnds } from './lower-samples.js';
import { operation, type Lower, type Lowered, type Lowering } from './lowering.js';

const results: Readonly<Record<MethodName, Representation>> = {
  GetSample: 'doubleVec',
  GetSamplePercent: 'double',
  GetSamplePeriod: 'timeinterval',
  Count: 'double',
  HistoryBeginTime: 'timestamp',
};

/** A method of a sampled variable whose result is a value of its own. */
export function lowerMethod(
  lowering: Lowering,
  method: Extract<TypedExpression, { kind: 'method' }>,
  lower: Lower,
): Lowered {
  const list = method.arguments.map((argument) => lower(lowering, argument));
  const as = results[method.method];
  const ends = countEnds(list);
  if (method.method === 'GetSamplePercent' && ends === list.length) {
    const site = methodSite(method, list, as);
    const window = windowEnds(lowering, list, ends, site);
    return { code: operation(lowering, 'samplePercent', site, ...window), as };
  }
  return methodCall(lowering, method, list, as);
}
