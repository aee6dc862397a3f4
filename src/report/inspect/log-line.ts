/** One line of an event log. The schema of `body` differs by event. */
export interface LogLine {
  /** Milliseconds since the start of the run. */
  readonly t: number;
  readonly time: string;
  readonly event: string;
  readonly body: Readonly<Record<string, unknown>>;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a line; undefined where it is not one of an event log. */
export function parseLogLine(text: string): LogLine | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const { t, time, event, body } = value;
  if (typeof t !== 'number' || typeof time !== 'string' || typeof event !== 'string')
    return undefined;
  return isRecord(body) ? { t, time, event, body } : undefined;
}

/** A member that should be a text; empty where it is not. */
export function textOf(body: LogLine['body'], key: string): string {
  const value = body[key];
  return typeof value === 'string' ? value : '';
}

export function numberOf(body: LogLine['body'], key: string): number {
  const value = body[key];
  return typeof value === 'number' ? value : NaN;
}

export function recordOf(body: LogLine['body'], key: string): LogLine['body'] {
  const value = body[key];
  return isRecord(value) ? value : {};
}
