import { renderDiagnostic } from '../../src/base/diagnostics/render.js';
import type { DiagnosticResult } from '../../src/base/diagnostics/diagnostic.js';
import {
  loadScenario,
  type InputOptions,
  type LoadedScenario,
  type ScenarioFiles,
} from '../../src/scenario/index.js';
import type { SimulationInput } from '../../src/simulator/index.js';
import { chunks } from './trace-bytes.js';

function fileError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Files of a test by path; a path that ends in `/` is a directory. Every opening is noted in `opened`. */
export function memoryFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
): ScenarioFiles & { readonly opened: string[] } {
  const opened: string[] = [];
  const open = (path: string): string | Uint8Array => {
    opened.push(path);
    if (Object.hasOwn(files, `${path}/`)) throw fileError('EISDIR');
    if (!Object.hasOwn(files, path)) throw fileError('ENOENT');
    return files[path]!;
  };
  return {
    opened,
    readText: async (path) => {
      await Promise.resolve();
      return { name: path, text: String(open(path)) };
    },
    readBytes: async function* (path) {
      yield* chunks(open(path), 100);
    },
    resolve: (from, reference) => {
      const folder = from.slice(0, from.lastIndexOf('/') + 1);
      return reference.startsWith('/') ? reference : folder + reference;
    },
  };
}

/** Loads the scenario of a test, by default from `test.yaml`. */
export function load(
  text: string,
  files: Readonly<Record<string, string | Uint8Array>> = {},
  name: string = 'test.yaml',
): Promise<DiagnosticResult<LoadedScenario>> {
  return loadScenario({ name, text }, memoryFiles(files));
}

/** The input of a scenario that must load. */
export async function loadInput(
  text: string,
  files: Readonly<Record<string, string | Uint8Array>> = {},
  options: InputOptions = {},
): Promise<SimulationInput> {
  const loaded = await load(text, files);
  if (loaded.value === undefined) throw new Error(renderAll(loaded));
  const input = loaded.value.input(options);
  if (input.value === undefined) throw new Error(renderAll(input));
  return input.value;
}

export function renderAll(result: DiagnosticResult<unknown>): string {
  return result.diagnostics.map((diagnostic) => renderDiagnostic(diagnostic)).join('\n');
}
