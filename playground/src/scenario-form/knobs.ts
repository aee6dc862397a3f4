import { parseDocument } from 'yaml';

/** A field of the form and its place in the scenario. */
export interface Knob {
  readonly label: string;
  readonly help: string;
  readonly path: readonly (string | number)[];
  readonly type: 'text' | 'number';
  readonly placeholder: string;
  /** Whether it makes sense only where the mapping around it is there. */
  readonly needsParent?: boolean;
}

export const knobs: readonly Knob[] = [
  {
    label: 'Seed',
    help: 'Another seed is another day with the same statistics.',
    path: ['seed'],
    type: 'number',
    placeholder: '1',
  },
  {
    label: 'Start',
    help: 'Instant of the start; formulas with office hours see it.',
    path: ['start'],
    type: 'text',
    placeholder: '2026-03-02T08:00:00Z',
  },
  {
    label: 'End',
    help: 'drained, a duration (P1D) or an instant.',
    path: ['until'],
    type: 'text',
    placeholder: 'drained',
  },
  {
    label: 'Evaluation interval',
    help: 'Between two evaluations: PT5M to P7D; the service takes 15 minutes by default.',
    path: ['pools', 0, 'autoScaleEvaluationInterval'],
    type: 'text',
    placeholder: 'PT15M',
    needsParent: true,
  },
  {
    label: 'Task slots per node',
    help: 'Tasks that run on one node at a time.',
    path: ['pools', 0, 'taskSlotsPerNode'],
    type: 'number',
    placeholder: '1',
    needsParent: true,
  },
  {
    label: 'Seconds between tasks',
    help: 'Mean of the first generator (Poisson).',
    path: ['jobs', 0, 'tasks', 0, 'arrivals', 'poisson', 'mean'],
    type: 'number',
    placeholder: '60',
    needsParent: true,
  },
  {
    label: 'Median run time, seconds',
    help: 'Of the first generator (lognormal).',
    path: ['jobs', 0, 'tasks', 0, 'runTime', 'lognormal', 'median'],
    type: 'number',
    placeholder: '240',
    needsParent: true,
  },
  {
    label: 'Seconds until a node is ready',
    help: 'From creating to idle; parameter node.creating_to_idle_s.',
    path: ['parameters', 'node.creating_to_idle_s', 'constant'],
    type: 'number',
    placeholder: '60',
  },
];

/** The value of a knob as text; undefined where the scenario has none. */
export function readKnob(scenario: string, { path }: Knob): string | undefined {
  const document = parseDocument(scenario);
  if (document.errors.length > 0) return undefined;
  const value = document.getIn(path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** The scenario with another value; comments and layout stay. An empty value takes the key away. */
export function writeKnob(scenario: string, { path, type }: Knob, text: string): string {
  const document = parseDocument(scenario);
  if (document.errors.length > 0) return scenario;
  if (text === '') document.deleteIn(path);
  else document.setIn(path, type === 'number' ? Number(text) : text);
  return document.toString();
}
