import { joinPath, rootDirectory } from './node-directories.js';
import { legacyVariables, systemVariables, type SystemVariable } from './environment-variables.js';
import type { TaskPlace } from './task-place.js';

/** A variable as a task sees it, and who set it. */
export interface Variable {
  readonly name: string;
  readonly value: string;
  readonly setBy: 'service' | 'job' | 'task';
}

export interface Environment {
  readonly variables: readonly Variable[];
  /** Variables of the service that the job or the task tried to set: they keep the value of the service (documented). */
  readonly notOverwritten: readonly string[];
  /** The same task in the names of 2014 and 2015. */
  readonly legacyVariables: readonly Variable[];
}

/** The environment of a task: what it sets goes before what its job sets, and what the service sets before both. */
export function environmentOf(place: TaskPlace): Environment {
  const system = [...valuesOf(systemVariables, place), ...packageVariables(place)];
  // Windows does not tell names apart by case.
  const fold = (name: string): string =>
    place.pool.operatingSystem === 'windows' ? name.toUpperCase() : name;
  const reserved = new Set(systemVariables.map(({ name }) => fold(name)));
  for (const { name } of system) reserved.add(fold(name));
  const set = new Map<string, Variable>();
  const notOverwritten = new Set<string>();
  for (const setBy of ['job', 'task'] as const) {
    for (const { name, value } of setBy === 'job' ? place.job.settings : place.own.settings) {
      if (reserved.has(fold(name))) notOverwritten.add(name);
      else set.set(fold(name), { name, value, setBy });
    }
  }
  return {
    variables: [...system, ...set.values()],
    notOverwritten: [...notOverwritten],
    legacyVariables: valuesOf(legacyVariables, place),
  };
}

function valuesOf(variables: readonly SystemVariable[], place: TaskPlace): Variable[] {
  return variables.flatMap(({ name, value }): Variable[] => {
    const text = value(place);
    return text === undefined ? [] : [{ name, value: text, setBy: 'service' }];
  });
}

/** One variable for each application package, spelt differently on Linux and Windows (documented). */
function packageVariables({ pool, own }: TaskPlace): Variable[] {
  const { operatingSystem: system } = pool;
  return [...new Set([...pool.packages, ...own.packages])].map((id): Variable => {
    const slash = id.indexOf('/');
    const application = id.slice(0, slash);
    const version = id.slice(slash + 1) === 'default' ? '' : id.slice(slash + 1);
    const name =
      system === 'windows'
        ? `${application.toUpperCase()}${version === '' ? '' : `#${version}`}`
        : `${application}${version === '' ? '' : `_${version}`}`.replaceAll(/[^A-Za-z0-9_]/g, '_');
    const directory = `${application}${version}`;
    return {
      name: `AZ_BATCH_APP_PACKAGE_${name}`,
      value: joinPath(system, rootDirectory[system], 'applications', directory),
      setBy: 'service',
    };
  });
}
