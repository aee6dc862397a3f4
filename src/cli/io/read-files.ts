import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { text as streamText } from 'node:stream/consumers';

import type { SourceText } from '../../base/text/source-text.js';
import type { ScenarioFiles } from '../../scenario/scenario-files.js';
import { CommandError } from '../command-error.js';
import { fileErrorText } from './file-error.js';
import { gunzip } from './gunzip.js';

/** Standard input can be read once; whoever asks again gets the same text. */
let standardInput: Promise<string> | undefined;

/** Reads a text file, or standard input for `-`. Rejects as `ScenarioFiles` says. */
async function readText(path: string): Promise<SourceText> {
  if (path === '-') {
    standardInput ??= streamText(process.stdin);
    return { name: 'standard input', text: withoutMark(await standardInput) };
  }
  return { name: path, text: withoutMark(await readFile(path, 'utf8')) };
}

/** Windows editors put a byte order mark in front. */
function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** The files of this machine; references are relative to the file that names them. */
export const diskFiles: ScenarioFiles = {
  readText,
  readBytes: (path) => createReadStream(path),
  gunzip,
  resolve: (from, reference) =>
    isAbsolute(reference) || from === 'standard input'
      ? reference
      : normalize(join(dirname(from), reference)),
};

/** Reads a file that the command line names; a failure ends the command. */
export async function readArgument(path: string): Promise<SourceText> {
  try {
    return await readText(path);
  } catch (error) {
    const reason = fileErrorText(error);
    if (reason === undefined) throw error;
    throw new CommandError(`${path} cannot be read: ${reason}`);
  }
}
