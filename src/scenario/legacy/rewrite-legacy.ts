import { isMap, isScalar, isSeq, Pair, Scalar, YAMLMap, YAMLSeq, type Node } from 'yaml';

import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { SourceText, Span } from '../../base/text/source-text.js';
import { scenarioDiagnostic } from '../scenario-diagnostics.js';
import { legacyNesting, legacyTerms, type LegacyPlace, type LegacyTerm } from './legacy-terms.js';
import { jobOfWorkItem } from './rewrite-work-item.js';
import { keyOf, pairOf, takePair } from './yaml-pairs.js';

const workItemsTerm = legacyTerms.find(({ name }) => name === 'workItems')!;

interface Rewriting {
  readonly source: SourceText;
  readonly diagnostics: Diagnostic[];
  /** Terms that were told already: once for each file, at the first place. */
  readonly told: Set<LegacyTerm>;
}

/**
 * Replaces the vocabulary of 2014 and 2015 in the syntax tree of a scenario by today's, so that everything else of the tree and
 * all places in the text stay as they are. Each term is told once, with what it is called today.
 */
export function rewriteLegacy(root: Node, source: SourceText): Diagnostic[] {
  const rewriting: Rewriting = { source, diagnostics: [], told: new Set() };
  if (isMap(root)) rewriteScenario(rewriting, root);
  return rewriting.diagnostics;
}

function rewriteScenario(rewriting: Rewriting, scenario: YAMLMap): void {
  const workItems = pairOf(scenario, 'workItems', 'ignore case');
  if (workItems !== undefined) {
    tell(rewriting, workItems.key as Node, 'workItems', workItemsTerm);
    if (isSeq(workItems.value)) splitWorkItems(rewriting, scenario, workItems, workItems.value);
    else setKey(workItems, 'jobs');
  }
  rewriteObject(rewriting, scenario, 'scenario');
}

/** Work items with a schedule become job schedules, the others jobs, in the order of the file. */
function splitWorkItems(
  rewriting: Rewriting,
  scenario: YAMLMap,
  pair: Pair,
  workItems: YAMLSeq,
): void {
  const scheduled: unknown[] = [];
  const direct: unknown[] = [];
  for (const item of workItems.items) {
    if (!isMap(item)) {
      direct.push(item);
      continue;
    }
    rewriteObject(rewriting, item, 'work item');
    const isScheduled = jobOfWorkItem(item) === 'schedule';
    (isScheduled ? scheduled : direct).push(item);
  }
  workItems.items = direct;
  addList(scenario, pair, 'jobs', workItems);
  if (scheduled.length === 0) return;
  const schedules = new YAMLSeq();
  schedules.items = scheduled;
  schedules.range = workItems.range ?? null;
  const key = new Scalar('workItems');
  key.range = (pair.key as Node).range ?? null;
  addList(scenario, new Pair(key, schedules), 'jobSchedules', schedules);
}

/** Gives a list its key of today; where that is there already, both become one, in the order of the file. */
function addList(scenario: YAMLMap, pair: Pair, name: string, list: YAMLSeq): void {
  const present = pairOf(scenario, name);
  const at = scenario.items.indexOf(pair);
  if (present === undefined || !isSeq(present.value)) {
    setKey(pair, name);
    if (at < 0) scenario.items.push(pair);
    return;
  }
  const isFirst = at >= 0 && at < scenario.items.indexOf(present);
  const both = isFirst
    ? [...list.items, ...present.value.items]
    : [...present.value.items, ...list.items];
  const kept = isFirst ? pair : present;
  const dropped = isFirst ? present : pair;
  setKey(kept, name);
  (kept.value as YAMLSeq).items = both;
  const droppedAt = scenario.items.indexOf(dropped);
  if (droppedAt >= 0) scenario.items.splice(droppedAt, 1);
}

function setKey(pair: Pair, name: string): void {
  if (isScalar(pair.key)) pair.key.value = name;
}

function rewriteObject(rewriting: Rewriting, object: YAMLMap, place: LegacyPlace): void {
  for (const term of legacyTerms) {
    if (term.place === place) rewriteTerm(rewriting, object, term);
  }
  for (const [key, nested] of Object.entries(legacyNesting[place])) {
    const value = pairOf(object, key)?.value;
    if (isMap(value)) rewriteObject(rewriting, value, nested);
    if (!isSeq(value)) continue;
    for (const item of value.items) if (isMap(item)) rewriteObject(rewriting, item, nested);
  }
}

/** Finds the key of a term, which may be inside an object of its own (`schedulingPolicy.vmFillType`). */
function findTerm(
  object: YAMLMap,
  name: string,
): { readonly holder: YAMLMap; readonly pair: Pair } | undefined {
  const steps = name.split('.');
  let holder = object;
  for (const step of steps.slice(0, -1)) {
    const value = pairOf(holder, step, 'ignore case')?.value;
    if (!isMap(value)) return undefined;
    holder = value;
  }
  const pair = pairOf(holder, steps.at(-1)!, 'ignore case');
  return pair === undefined ? undefined : { holder, pair };
}

function rewriteTerm(rewriting: Rewriting, object: YAMLMap, term: LegacyTerm): void {
  const found = findTerm(object, term.name);
  if (found === undefined) return;
  const { holder, pair } = found;
  const isToday = term.modern.length === 1 && keyOf(pair) === term.modern[0];
  const oldValue = oldValueOf(pair, term);
  if (oldValue !== undefined) (pair.value as Scalar).value = oldValue.modern;
  if (isToday) {
    if (oldValue !== undefined)
      tell(rewriting, pair.value as Node, oldValue.written, term, oldValue.modern);
    return;
  }
  if (isTaken(object, term.modern, pair)) {
    const { source, diagnostics } = rewriting;
    const parameters = { name: term.name, modern: term.modern.join('.') };
    diagnostics.push(
      scenarioDiagnostic('legacy-name-twice', spanOf(pair.key), parameters, { source }),
    );
    takePair(holder, pair);
    return;
  }
  // As it is written: the old interfaces had capital letters that today's names have not.
  const written = [...term.name.split('.').slice(0, -1), keyOf(pair)].join('.');
  tell(rewriting, pair.key as Node, written, term);
  move(object, holder, pair, term);
}

function oldValueOf(
  { value }: Pair,
  { values = {} }: LegacyTerm,
): { readonly written: string; readonly modern: string } | undefined {
  if (!isScalar(value)) return undefined;
  const written = String(value.value);
  const folded = written.toLowerCase();
  if (!Object.hasOwn(values, folded) || values[folded] === written) return undefined;
  return { written, modern: values[folded]! };
}

/** Whether today's key is given beside the old one. */
function isTaken(object: YAMLMap, modern: readonly string[], old: Pair): boolean {
  let value: unknown = object;
  for (const step of modern) {
    if (!isMap(value)) return false;
    const pair = pairOf(value, step);
    if (pair === undefined || pair === old) return false;
    value = pair.value;
  }
  return true;
}

/** Puts the pair where today's key is expected; objects around it get the place of the pair in the text. */
function move(object: YAMLMap, holder: YAMLMap, pair: Pair, { name, modern }: LegacyTerm): void {
  setKey(pair, modern.at(-1)!);
  if (modern.length === 1) return;
  takePair(holder, pair);
  if (holder !== object && holder.items.length === 0) {
    const emptied = pairOf(object, name.split('.')[0]!, 'ignore case');
    if (emptied !== undefined) takePair(object, emptied);
  }
  let inside = object;
  for (const step of modern.slice(0, -1)) {
    const present = pairOf(inside, step)?.value;
    inside = isMap(present) ? present : addObject(inside, step, pair);
  }
  inside.items.push(pair);
}

function addObject(around: YAMLMap, name: string, { key }: Pair): YAMLMap {
  const { range = null } = key as Node;
  const inside = new YAMLMap();
  inside.range = range;
  const outer = new Scalar(name);
  outer.range = range;
  around.items.push(new Pair(outer, inside));
  return inside;
}

function spanOf(node: unknown): Span {
  const range = (node as Node).range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}

function tell(
  { source, diagnostics, told }: Rewriting,
  node: Node,
  name: string,
  term: LegacyTerm,
  modern: string = term.modern.join('.'),
): void {
  if (told.has(term)) return;
  told.add(term);
  diagnostics.push(scenarioDiagnostic('legacy-name', spanOf(node), { name, modern }, { source }));
}
