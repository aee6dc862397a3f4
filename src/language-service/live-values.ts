/**
 * Values of one evaluation, as text, which hovers and hints show beside the names. The service of this folder never evaluates: whoever
 * runs a formula hands them in.
 */
export interface LiveValues {
  /** What the values belong to: `09:15:00`, `the last evaluation`. */
  readonly label: string;
  /** Of user variables, targets and scalars, by name as written in results. */
  readonly variables: ReadonlyMap<string, string>;
  /** Newest sample of sampled variables. */
  readonly samples?: ReadonlyMap<string, string>;
}

export function liveValueOf(live: LiveValues | undefined, name: string): string | undefined {
  return live?.variables.get(name) ?? live?.samples?.get(name);
}
