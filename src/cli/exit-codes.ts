/** Exit codes of every command; they are part of the interface. */
export const exitCodes = {
  ok: 0,
  /** An assertion does not hold, or the service would have answered an evaluation with an error. */
  failed: 1,
  /** Wrong usage or wrong input. */
  usage: 2,
  /** An error of poolscale itself. */
  internal: 3,
  /** Ended by Ctrl-C: 128 + SIGINT, as shells have it. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
