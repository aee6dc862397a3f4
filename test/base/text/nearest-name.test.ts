import { expect, it } from 'vitest';

import { editDistance, nearestName } from '../../../src/base/text/nearest-name.js';

it.each([
  ['', '', 0],
  ['kitten', 'sitting', 3],
  ['abcd', 'abdc', 1],
  ['abc', '', 3],
])('the distance of %j and %j is %d', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});

const names = ['$PendingTasks', '$ActiveTasks', '$RunningTasks', 'taskSlotsPerNode', 'avg', 'max'];

it.each([
  ['$PendingTask', '$PendingTasks'],
  ['$pendingtasks', '$PendingTasks'],
  ['taskSlotPerNodes', 'taskSlotsPerNode'],
  ['agv', 'avg'],
])('%s is near %s', (name, nearest) => {
  expect(nearestName(name, names)).toBe(nearest);
});

it.each(['$Memory', 'x', 'completelyDifferent'])('nothing is near %s', (name) => {
  expect(nearestName(name, names)).toBeUndefined();
});
