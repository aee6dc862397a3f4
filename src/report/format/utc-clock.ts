/** Milliseconds since 1970 of an ISO instant with `Z`, as run records hold it. */
export function instantMilliseconds(iso: string): number {
  return Date.parse(iso);
}

/** `2026-03-02 08:05:00`, UTC, of a moment of a run that began at `startTime`; fractions are cut off. */
export function utcClock(startTime: string, atSeconds: number): string {
  const milliseconds = instantMilliseconds(startTime) + Math.floor(atSeconds * 1000);
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
}
