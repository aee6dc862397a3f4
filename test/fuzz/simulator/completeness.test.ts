import { describe, expect, it } from 'vitest';

import { operationTable } from '../../../src/simulator/operations/operation-table.js';
import { faultKinds } from '../../../src/scenario/schema/faults/faults-schema.js';
import { randomScenario } from './random-scenario.js';

interface Drafted {
  readonly operations?: readonly { readonly operation: string }[];
  readonly faults?: readonly { readonly kind: string }[];
}

const drafted = Array.from({ length: 400 }, (_, number) => randomScenario(number).file as Drafted);

describe('the random scenarios', () => {
  it('ask for every operation that the simulator knows', () => {
    const asked = new Set(
      drafted.flatMap(({ operations = [] }) => operations.map(({ operation }) => operation)),
    );
    expect([...asked].toSorted()).toEqual(Object.keys(operationTable).toSorted());
  });

  it('have every fault that the simulator knows', () => {
    const had = new Set(drafted.flatMap(({ faults = [] }) => faults.map(({ kind }) => kind)));
    expect([...had].toSorted()).toEqual([...faultKinds].toSorted());
  });
});
