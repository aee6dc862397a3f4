import { isScalar, type Pair, type YAMLMap } from 'yaml';

export function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

/** The pair of a key. */
export function pairOf(
  map: YAMLMap,
  name: string,
  letters: 'exact' | 'ignore case' = 'exact',
): Pair | undefined {
  const exact = map.items.find((pair) => keyOf(pair) === name);
  if (exact !== undefined || letters === 'exact') return exact;
  const folded = name.toLowerCase();
  return map.items.find((pair) => keyOf(pair).toLowerCase() === folded);
}

/** Takes a pair out of its map; returns where it was. */
export function takePair(map: YAMLMap, pair: Pair): number {
  const at = map.items.indexOf(pair);
  map.items.splice(at, 1);
  return at;
}
