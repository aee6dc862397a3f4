import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root: string = fileURLToPath(new URL('../..', import.meta.url));

/** The bundled command, as `bin` in package.json names it. */
export const command: string = join(root, 'dist/bin/poolscale.js');

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Another Node executable. */
  readonly node?: string;
  readonly input?: string;
}

/** Runs the built command as a user does. */
export function run(args: readonly string[], options: RunOptions = {}): Outcome {
  if (!existsSync(command)) throw new Error('dist/ is missing: run npm run build first');
  const { node = process.execPath, cwd = root, input = '' } = options;
  const { status, stdout, stderr } = spawnSync(node, [command, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  return { status, stdout, stderr };
}

/** Runs the command and interrupts it once it has worked for a while. */
export function runInterrupted(args: readonly string[], after: number): Promise<Outcome> {
  const child = spawn(process.execPath, [command, ...args], { cwd: root });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => (stdout += more));
  child.stderr.setEncoding('utf8').on('data', (more: string) => (stderr += more));
  const timer = setTimeout(() => child.kill('SIGINT'), after);
  return new Promise((resolve) => {
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ status, stdout, stderr });
    });
  });
}

/** A folder with files for one test, removed afterwards. */
export function withFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  test: (folder: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'poolscale-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return test(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
