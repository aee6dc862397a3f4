import { double, doubleVec } from '../conversions.js';
import { fail } from '../evaluation-state.js';
import { doubleArgument, listArguments, vectorArgument, type Implementation } from './call.js';

export const vec: Implementation = (call) => doubleVec(listArguments(call));

/** Element i, the first being 0 (documented). */
export const val: Implementation = (call) => {
  const { state, spans } = call;
  const vector = vectorArgument(call, 0);
  const index = doubleArgument(call, 1);
  if (vector.length === 0) {
    state.unverified.add('valOnEmpty');
    if (state.profile.valOnEmpty === 'zero') return double(0);
    return fail(state, spans[0]!, 'val of an empty doubleVec');
  }
  const element = Number.isInteger(index) ? vector[index] : undefined;
  if (element !== undefined) return double(element);
  state.unverified.add('valOutOfRange');
  if (state.profile.valOutOfRange === 'zero') return double(0);
  return fail(state, spans[1]!, `Index ${index} is not in a doubleVec of ${vector.length}`);
};
