import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Command } from 'commander';
import { afterEach, beforeEach, vi } from 'vitest';

import { CommandError } from '../../src/cli/command-error.js';

/** Every test of the file that calls this has an empty folder of its own as its working directory. */
export function useOwnFolder(): void {
  let folder: string;
  let cwd: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'poolscale-command-'));
    cwd = process.cwd();
    process.chdir(folder);
  });

  afterEach(() => {
    process.chdir(cwd);
    rmSync(folder, { recursive: true, force: true });
  });
}

/** What a command printed, and the exit code that it asks for. */
export interface CommandOutcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in this process, which is quicker than one of its own and needs no build. */
export async function runCommand(
  command: Command,
  args: readonly string[],
): Promise<CommandOutcome> {
  const output = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      output[name] += String(text);
      return true;
    }),
  );
  try {
    await command.exitOverride().parseAsync(args, { from: 'user' });
    return { code: 0, ...output };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return { code: error.exitCode, stdout: output.stdout, stderr: output.stderr + error.message };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
