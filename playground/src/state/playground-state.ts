/** Everything that a link carries: what the person wrote, and what they were looking at. */
export interface PlaygroundState {
  readonly formula: string;
  /** The other formula of a comparison; undefined where there is none. */
  readonly otherFormula?: string;
  /** YAML. Its pools name `formula.autoscale`. */
  readonly scenario: string;
  /** YAML in the format of `poolscale test`. */
  readonly tests?: string;
  readonly view?: ViewName;
}

export const viewNames = ['simulation', 'runs', 'trace', 'evaluation', 'tests', 'export'] as const;
export type ViewName = (typeof viewNames)[number];

const texts = ['formula', 'otherFormula', 'scenario', 'tests'] as const;

export type StateResult =
  | { readonly ok: true; readonly state: PlaygroundState }
  | { readonly ok: false; readonly reason: string };

/** Takes an unknown value for a state only if it has the right shape; keys that no version knows are left out. */
export function readState(value: unknown): StateResult {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, reason: 'it does not hold a state of the playground' };
  }
  const own = (key: string): unknown =>
    Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
  for (const key of texts) {
    const text = own(key);
    const required = key === 'formula' || key === 'scenario';
    if (typeof text !== 'string' && (required || text !== undefined)) {
      return { ok: false, reason: `${key} is not a text` };
    }
  }
  const view = viewNames.find((name) => name === own('view'));
  const optional = (key: 'otherFormula' | 'tests'): object =>
    own(key) === undefined ? {} : { [key]: own(key) };
  return {
    ok: true,
    state: {
      formula: own('formula') as string,
      scenario: own('scenario') as string,
      ...optional('otherFormula'),
      ...optional('tests'),
      ...(view === undefined ? {} : { view }),
    },
  };
}
