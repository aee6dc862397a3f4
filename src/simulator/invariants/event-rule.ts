/** A line of the event log, as it was written. */
export interface LoggedEvent {
  /** Milliseconds since the start of the run. */
  readonly t: number;
  /** The same instant in ISO 8601. */
  readonly time: string;
  readonly event: string;
  readonly body: EventBody;
}

export type EventBody = Readonly<Record<string, unknown>>;

/**
 * What must hold of the stream of events, whatever the state behind it. A rule keeps what it must remember of the lines before; it
 * answers what is wrong with the line.
 */
export interface EventRule {
  readonly name: string;
  readonly create: () => (line: LoggedEvent) => string | undefined;
}

export function text(body: EventBody, key: string): string {
  return body[key] as string;
}

export function number(body: EventBody, key: string): number {
  return body[key] as number;
}

/** `job/task` of an event of a task. */
export function taskKey(body: EventBody): string {
  return `${text(body, 'jobId')}/${text(body, 'id')}`;
}

/** Pool and node of an event of a task. */
export function nodeOf(body: EventBody): { readonly poolId: string; readonly nodeId: string } {
  return body['nodeInfo'] as { readonly poolId: string; readonly nodeId: string };
}
