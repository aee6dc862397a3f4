import fc from 'fast-check';
import { expect, it } from 'vitest';

import {
  addNode,
  createNodeSet,
  deleteNode,
  firstNode,
} from '../../../src/simulator/scheduler/node-set.js';

it('knows its smallest member after any additions and deletions', () => {
  const step = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 5000 }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const set = createNodeSet();
      const model = new Set<number>();
      for (const [add, node] of steps) {
        if (add) {
          addNode(set, node);
          model.add(node);
        } else {
          deleteNode(set, node);
          model.delete(node);
        }
        expect(firstNode(set)).toBe(model.size === 0 ? -1 : Math.min(...model));
      }
    }),
  );
});
