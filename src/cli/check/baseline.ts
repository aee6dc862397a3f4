import { readFileSync } from 'node:fs';

import type { CheckReport } from '../../report/check/check-report.js';
import { CommandError } from '../command-error.js';
import { fileErrorText } from '../io/file-error.js';
import { writeWhole } from '../io/write-file.js';

/** The fingerprints that a baseline file names. */
export function readBaseline(path: string): ReadonlySet<string> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const reason = fileErrorText(error);
    if (reason === undefined) throw error;
    throw new CommandError(
      `${path} cannot be read: ${reason}; --update-baseline writes the file of --baseline`,
    );
  }
  const fingerprints = fingerprintsIn(text);
  if (fingerprints !== undefined) return new Set(fingerprints);
  throw new CommandError(`${path} is no baseline; expected what --update-baseline writes`);
}

function fingerprintsIn(text: string): readonly string[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { version, findings } = (value ?? {}) as { version?: unknown; findings?: unknown };
  if (version !== 1 || !Array.isArray(findings)) return undefined;
  const fingerprints = findings.map(
    (each) => (each as { fingerprint?: unknown } | null)?.fingerprint,
  );
  return fingerprints.every((each) => typeof each === 'string') ? fingerprints : undefined;
}

/** Writes all findings of a report, with rule and path for people who look at the changes of the file. */
export async function writeBaseline(path: string, { files }: CheckReport): Promise<number> {
  const findings = files.flatMap((file) =>
    file.formulas.flatMap(({ diagnostics }) =>
      diagnostics.map(({ code, fingerprint }) => ({ path: file.path, rule: code, fingerprint })),
    ),
  );
  await writeWhole(path, `${JSON.stringify({ version: 1, findings }, undefined, 2)}\n`);
  return findings.length;
}
