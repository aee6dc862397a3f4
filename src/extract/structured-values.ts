import type { FoundValue } from './literal/host-literal.js';
import { isFormulaName, isMarker, isPoolType, setsTarget } from './names.js';
import { pathText } from './path-text.js';

/** A text value of a JSON or YAML file. */
export interface StructuredText {
  readonly path: readonly (string | number)[];
  readonly value: string;
  readonly comment: string | undefined;
}

/** Whether a value is a formula: by its place (`autoScale.formula`), its name, or the marker above it; undefined where it is none. */
export function formulaCertainty(
  { path, value, comment }: StructuredText,
  formulaPaths: readonly string[] = [],
): FoundValue['certainty'] | undefined {
  const key = path.at(-1);
  const parent = path.at(-2);
  const marked = comment !== undefined && isMarker(comment);
  if (marked || formulaPaths.some((pattern) => fitsPath(path, pattern))) return 'sink';
  if (typeof key !== 'string') return undefined;
  if (key === 'formula' && typeof parent === 'string' && /^auto[-_]?scale$/i.test(parent))
    return 'sink';
  if (isFormulaName(key)) return 'name';
  return /formula|auto[-_]?scale/i.test(key) && setsTarget(value) ? 'name' : undefined;
}

/** Whether a path is the one that a person wrote as `pools.*.scaling` or `pools[0].scaling`. */
function fitsPath(path: StructuredText['path'], pattern: string): boolean {
  const steps = pattern.replace(/\[([^\]]*)\]/g, '.$1').split('.');
  return (
    steps.length === path.length &&
    steps.every((step, index) => step === '*' || step === String(path[index]))
  );
}

/** The path of a value, led by the name of the pool resource around it where there is one. */
export function poolAddress(
  path: readonly (string | number)[],
  holders: readonly ReadonlyMap<string, string>[],
): string {
  const pool = holders.findLast((members) => isPoolType(members.get('type') ?? ''));
  const name = pool?.get('name');
  return name === undefined || name.startsWith('[')
    ? pathText(path)
    : `${name}.${String(path.at(-1))}`;
}
