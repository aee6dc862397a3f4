import { checkDocument } from '../base/document/check-document.js';
import type { TextDocument } from '../base/document/read-document.js';
import {
  hasErrors,
  type Diagnostic,
  type DiagnosticResult,
} from '../base/diagnostics/diagnostic.js';
import type { SourceText } from '../base/text/source-text.js';
import { ticksPerQuantum, type Timestamp } from '../base/time/ticks.js';
import type { Profile } from '../profile/profile.js';
import type { RunUntil, SimulationInput } from '../simulator/input/simulation-input.js';
import { readPoolFormula, type PoolFormula } from './formula/pool-formula.js';
import { legacySynonyms } from './legacy/legacy-synonyms.js';
import { readScenarioDocument } from './legacy/read-scenario-document.js';
import { alignTraces } from './load/align-traces.js';
import { buildInput, type InputOptions } from './load/build-input.js';
import { checkAccount } from './load/check-account.js';
import { checkEndless, checkJobScheduleIds } from './load/check-job-schedules.js';
import { checkPools } from './load/check-pools.js';
import type { PreparedScenario } from './load/prepared-scenario.js';
import { poolIdOf } from './load/find-pool.js';
import { momentQuanta } from './load/moment-quanta.js';
import { addedIds, addedPools, additionNotes } from './load/read-additions.js';
import { readFaults } from './load/read-faults.js';
import { jobScheduleNotes, placeJobSchedules } from './load/place-job-schedules.js';
import { readJobSchedules } from './load/read-job-schedules.js';
import { readJobs } from './load/read-jobs.js';
import { readOperations } from './load/read-operations.js';
import { setupNotes } from './load/setup-notes.js';
import { readPrices } from './load/read-prices.js';
import { scenarioDiagnostic } from './scenario-diagnostics.js';
import type { ScenarioFiles } from './scenario-files.js';
import { scenarioSchema, type ScenarioFile } from './schema/scenario-schema.js';

export type { ScenarioFiles } from './scenario-files.js';
export type { InputOptions } from './load/build-input.js';

/** A scenario that was read with all its files. */
export interface LoadedScenario {
  readonly name: string;
  readonly seed: string;
  /** Ids of the pools that a formula scales. */
  readonly autoScalePools: readonly string[];
  /**
   * The input of one run. Cheap: files are not read again. The diagnostics are those of the formulas that the run uses, so a
   * broken formula is no error while another one takes its place.
   */
  input(options?: InputOptions): DiagnosticResult<SimulationInput>;
}

export interface LoadOptions {
  /** Switches for unsettled behaviour of the formula language. */
  readonly profile?: Profile;
  /** A setting of the service that is not modelled is an error instead of a warning. */
  readonly strict?: boolean;
}

/** What `prepareScenario` needs beside the document. */
export interface PrepareOptions extends LoadOptions {
  /** A trace of several jobs becomes several jobs instead of one. */
  readonly splitTraceJobs?: boolean;
  /** Stands for the formulas of all pools. */
  readonly formula?: SourceText;
}

function untilOf(
  file: ScenarioFile,
  start: Timestamp,
  document: TextDocument,
  diagnostics: Diagnostic[],
): RunUntil {
  const { until = { kind: 'drained' } } = file;
  switch (until.kind) {
    case 'drained':
      return { kind: 'drained' };
    case 'duration':
      return { kind: 'time', at: until.duration };
    case 'instant': {
      const at = Math.round((until.instant - start) / ticksPerQuantum);
      if (at <= 0) {
        const { source, spanOf } = document;
        const span = spanOf(['until']);
        diagnostics.push(scenarioDiagnostic('until-before-start', span, undefined, { source }));
      }
      return { kind: 'time', at };
    }
  }
}

/** `scenarios/night.scenario.yaml` is called `night`. */
function nameOfFile(path: string): string {
  const base = path.split(/[\\/]/).at(-1)!;
  return base.replace(/(?:\.scenario)?\.(?:ya?ml|json)$/i, '');
}

async function readFormulas(
  file: ScenarioFile,
  document: TextDocument,
  files: ScenarioFiles,
  options: PrepareOptions,
  diagnostics: Diagnostic[],
): Promise<Map<number, PoolFormula>> {
  const formulas = new Map<number, PoolFormula>();
  for (const [index, pool] of file.pools.entries()) {
    if (pool.enableAutoScale !== true || pool.autoScaleFormula === undefined) continue;
    const path = ['pools', index, 'autoScaleFormula'];
    const formula: PoolFormula | undefined =
      options.formula === undefined
        ? await readPoolFormula(pool.autoScaleFormula, document, path, files, diagnostics)
        : { text: options.formula, relocate: (found) => found };
    if (formula !== undefined) formulas.set(index, formula);
  }
  return formulas;
}

function refuseNotModelled(found: Diagnostic): Diagnostic {
  return found.code === 'not-modelled' ? { ...found, severity: 'error' } : found;
}

/** Checks a scenario document, reads the files that it names and puts its tasks on the clock of the run. */
export async function prepareScenario(
  document: TextDocument,
  files: ScenarioFiles,
  options: PrepareOptions = {},
): Promise<DiagnosticResult<LoadedScenario>> {
  const checked = checkDocument(document, scenarioSchema, legacySynonyms);
  const file = checked.value;
  if (file === undefined) return { diagnostics: checked.diagnostics };
  const diagnostics = [
    ...checked.diagnostics.map((found) =>
      options.strict === true ? refuseNotModelled(found) : found,
    ),
    ...checkAccount(document, file),
    ...checkPools(document, file.pools),
    ...checkJobScheduleIds(document, file),
    ...checkEndless(document, file),
  ];
  const formulas = await readFormulas(file, document, files, options, diagnostics);
  const operationFiles = file.operations ?? [];
  const laterPools = addedPools(operationFiles);
  const prices = await readPrices(file, laterPools, document, files, diagnostics);
  const { splitTraceJobs = false } = options;
  const { jobs, workloads } = await readJobs(
    document,
    file.jobs,
    file.pools,
    files,
    diagnostics,
    splitTraceJobs,
  );
  const prepared = await readJobSchedules(
    document,
    file.jobSchedules ?? [],
    file.pools,
    files,
    diagnostics,
  );
  const { start, traces, notes } = alignTraces(workloads, file.start);
  const until = untilOf(file, start, document, diagnostics);
  const added = addedIds(operationFiles);
  const allPools = [...file.pools, ...laterPools.map((added) => added.file)];
  const operations = await readOperations(
    {
      document,
      pools: allPools,
      poolsFromStart: file.pools.length,
      ids: {
        jobs: [...jobs.map(({ id }) => id), ...added.jobs],
        schedules: [...prepared.map(({ id }) => id), ...added.schedules],
      },
      start,
      files,
      diagnostics,
    },
    operationFiles,
  );
  const jobSchedules = placeJobSchedules(document, prepared, start, diagnostics);
  const faults = readFaults(document, file.faults ?? [], allPools, start, diagnostics);
  const osUpgrades = (file.osUpgrades ?? []).map(({ at, poolId }, index) => {
    const path = ['osUpgrades', index];
    return {
      at: momentQuanta(at, start, document, [...path, 'at'], diagnostics),
      poolId: poolIdOf(document, allPools, poolId, [...path, 'poolId'], diagnostics),
    };
  });
  if (hasErrors(diagnostics)) return { diagnostics };

  const scenario: PreparedScenario = {
    name: file.name ?? nameOfFile(document.source.name),
    seed: file.seed ?? '1',
    file,
    profile: options.profile,
    formulas,
    start,
    until,
    jobs,
    jobSchedules,
    operations,
    osUpgrades,
    faults,
    workloads,
    traces,
    prices,
    notes: [
      ...notes,
      ...jobScheduleNotes(jobSchedules),
      ...additionNotes(operations),
      ...setupNotes([...file.pools, ...laterPools.map((later) => later.file)]),
    ],
  };
  const value: LoadedScenario = {
    name: scenario.name,
    seed: scenario.seed,
    autoScalePools: [
      ...[...formulas.keys()].map((index) => file.pools[index]!.id),
      ...laterPools.flatMap((later) => (later.file.enableAutoScale === true ? later.file.id : [])),
    ],
    input: (inputOptions = {}) => buildInput(scenario, inputOptions),
  };
  return { value, diagnostics };
}

/**
 * Loads a scenario file (design.md section 5) with the traces, formulas and prices that it names. Errors have line and column;
 * keys of the REST interface that are not modelled are warnings, or errors where `strict` is set.
 */
export async function loadScenario(
  source: SourceText,
  files: ScenarioFiles,
  options: LoadOptions = {},
): Promise<DiagnosticResult<LoadedScenario>> {
  const document = readScenarioDocument(source);
  if (document.value === undefined) return { diagnostics: document.diagnostics };
  const prepared = await prepareScenario(document.value, files, options);
  const diagnostics = [...document.diagnostics, ...prepared.diagnostics];
  return prepared.value === undefined || hasErrors(diagnostics)
    ? { diagnostics }
    : { value: prepared.value, diagnostics };
}
