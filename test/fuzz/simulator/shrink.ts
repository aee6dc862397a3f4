import type { Json } from './scenario-draft.js';

/**
 * Makes a scenario smaller while it stays `bad`: members of lists and objects go, numbers and durations get smaller. Knows nothing of
 * scenarios, so what is added to them is shrunk as well. Ends at one of which no single step is bad, or after `mostTries`.
 */
export async function shrink(
  file: Json,
  bad: (candidate: Json) => Promise<boolean>,
  mostTries: number,
): Promise<Json> {
  let best = file;
  let tries = 0;
  for (let progress = true; progress;) {
    progress = false;
    for (const path of pathsOf(best)) {
      for (const smaller of smallerValues(valueAt(best, path))) {
        if (tries++ === mostTries) return best;
        const candidate = withValue(best, path, smaller);
        if (candidate === undefined || !(await bad(candidate))) continue;
        best = candidate;
        progress = true;
        break;
      }
    }
  }
  return best;
}

type Path = readonly (string | number)[];

/** Absence of a member. */
const nothing = Symbol('nothing');

/** Places in a value, outer ones first: what is cut away early need not be looked at. */
function pathsOf(value: Json, path: Path = []): Path[] {
  const inner = isList(value)
    ? value.flatMap((item, index) => pathsOf(item, [...path, index]))
    : isObject(value)
      ? Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))
      : [];
  return path.length === 0 ? inner : [path, ...inner];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** The value at a path; `nothing` where a step before took it away. */
function valueAt(value: Json, path: Path): Json | typeof nothing {
  let found: Json | undefined = value;
  for (const key of path) {
    if (found === undefined || typeof found !== 'object' || found === null) return nothing;
    found = (found as Readonly<Record<string | number, Json>>)[key];
  }
  return found ?? nothing;
}

/** What to try in the place of a value, the boldest first. */
function smallerValues(value: Json | typeof nothing): (Json | typeof nothing)[] {
  if (value === nothing) return [];
  return [nothing, ...(isList(value) ? halves(value) : []), ...smallerScalars(value)];
}

function halves(list: readonly Json[]): Json[] {
  if (list.length < 4) return [];
  const middle = list.length >> 1;
  return [list.slice(0, middle), list.slice(middle)];
}

function smallerScalars(value: Json): Json[] {
  if (typeof value === 'number') return smallerNumbers(value);
  if (typeof value !== 'string') return [];
  const duration = /^PT(\d+)S$/.exec(value);
  return duration === null ? [] : smallerNumbers(Number(duration[1])).map((n) => `PT${n}S`);
}

/** Towards zero, by halves and then by one. */
function smallerNumbers(number: number): number[] {
  const size = Math.abs(number);
  const sign = Math.sign(number);
  const rounded = Math.floor(size / 10) * 10;
  return [...new Set([0, 1, Math.floor(size / 2), rounded, Math.ceil(size) - 1])]
    .filter((smaller) => smaller >= 0 && smaller < size)
    .map((smaller) => (smaller === 0 ? 0 : sign * smaller));
}

/** A copy with another value at a path; undefined where that cannot be. */
function withValue(value: Json, path: Path, to: Json | typeof nothing): Json | undefined {
  const [key, ...rest] = path;
  if (typeof value !== 'object' || value === null || key === undefined) return undefined;
  const inner = (value as Readonly<Record<string | number, Json>>)[key];
  if (inner === undefined) return undefined;
  const changed = rest.length === 0 ? to : withValue(inner, rest, to);
  if (changed === undefined) return undefined;
  if (isList(value)) {
    return value.flatMap((item, index) =>
      index !== key ? [item] : changed === nothing ? [] : [changed],
    );
  }
  const entries = Object.entries(value).flatMap(([name, item]) =>
    name !== key ? [[name, item] as const] : changed === nothing ? [] : [[name, changed] as const],
  );
  return Object.fromEntries(entries);
}
