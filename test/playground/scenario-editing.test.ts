import { describe, expect, it } from 'vitest';

import { schemaAt, type JsonSchema } from '../../playground/src/editor/schema-completion.js';
import { defaultScenario } from '../../playground/src/gallery/default-scenario.js';
import { knobs, readKnob, writeKnob } from '../../playground/src/scenario-form/knobs.js';
import { scenarioJsonSchema } from '../../src/scenario/index.js';

const schema = scenarioJsonSchema() as JsonSchema;

function offered(text: string): string[] {
  const offset = text.indexOf('|');
  return schemaAt(text.replace('|', ''), offset, schema).map(({ label }) => label);
}

describe('completion in a scenario', () => {
  it.each([
    ['keys of the scenario', '|', 'pools', 'vmSize'],
    ['keys of a pool', 'pools:\n  - id: a\n    |', 'taskSlotsPerNode', 'jobs'],
    ['keys after a dash', 'pools:\n  - |', 'vmSize', 'jobs'],
    [
      'keys of a mapping in a list',
      'jobs:\n  - id: a\n    constraints:\n      |',
      'maxTaskRetryCount',
      'vmSize',
    ],
    [
      'values of a key',
      'pools:\n  - id: a\n    taskSchedulingPolicy:\n      nodeFillType: |',
      'pack',
      'vmSize',
    ],
    ['keys in a text that is broken elsewhere', 'pools: [\nseed: 1\n|', 'jobs', 'vmSize'],
  ])('%s', (_, text, expected, notExpected) => {
    expect(offered(text)).toContain(expected);
    expect(offered(text)).not.toContain(notExpected);
  });

  it('nothing where a value of any text stands', () => {
    expect(offered('pools:\n  - id: |')).toEqual([]);
  });

  it('never fails, wherever the cursor is', () => {
    for (let offset = 0; offset <= defaultScenario.length; offset++) {
      schemaAt(defaultScenario.slice(0, offset), offset, schema);
      schemaAt(defaultScenario, offset, schema);
    }
  });
});

describe('the form', () => {
  const knob = (label: string) => knobs.find((each) => each.label === label)!;

  it('reads every field from the scenario of the first page', () => {
    const values = Object.fromEntries(
      knobs.map((each) => [each.label, readKnob(defaultScenario, each)]),
    );
    expect(values).toMatchObject({
      Seed: '42',
      End: 'drained',
      'Evaluation interval': 'PT5M',
      'Task slots per node': '2',
      'Seconds between tasks': '60',
    });
  });

  it('writes one value and leaves comments and the rest alone', () => {
    const written = writeKnob(`# why\n${defaultScenario}`, knob('Seed'), '7');
    expect(written).toBe(`# why\n${defaultScenario}`.replace('seed: 42', 'seed: 7'));
  });

  it('makes the way to a new key, and takes an emptied one away', () => {
    const boot = knob('Seconds until a node is ready');
    const written = writeKnob(defaultScenario, boot, '90');
    expect(readKnob(written, boot)).toBe('90');
    expect(readKnob(writeKnob(written, boot, ''), boot)).toBeUndefined();
  });

  it('leaves a scenario alone that is no YAML', () => {
    expect(writeKnob('pools: [', knob('Seed'), '7')).toBe('pools: [');
  });
});
