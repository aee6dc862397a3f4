/**
 * A set of node numbers with a fast smallest member: one bit a node, and a summary bit for each word of 32.
 */
export interface NodeSet {
  words: Int32Array;
  summary: Int32Array;
}

export function createNodeSet(): NodeSet {
  return { words: new Int32Array(32), summary: new Int32Array(1) };
}

export function addNode(set: NodeSet, node: number): void {
  const word = node >>> 5;
  if (word >= set.words.length) grow(set, word);
  set.words[word]! |= 1 << (node & 31);
  set.summary[word >>> 5]! |= 1 << (word & 31);
}

export function deleteNode(set: NodeSet, node: number): void {
  const word = node >>> 5;
  if (word >= set.words.length) return;
  if ((set.words[word]! &= ~(1 << (node & 31))) === 0) {
    set.summary[word >>> 5]! &= ~(1 << (word & 31));
  }
}

export function hasNode({ words }: NodeSet, node: number): boolean {
  return ((words[node >>> 5] ?? 0) & (1 << (node & 31))) !== 0;
}

/** The smallest member; -1 of an empty set. */
export function firstNode(set: NodeSet): number {
  const { summary, words } = set;
  for (let i = 0; i < summary.length; i++) {
    const bits = summary[i]!;
    if (bits !== 0) {
      const word = (i << 5) | lowestBit(bits);
      return (word << 5) | lowestBit(words[word]!);
    }
  }
  return -1;
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

function grow(set: NodeSet, word: number): void {
  let length = set.words.length;
  while (length <= word) length *= 2;
  const words = new Int32Array(length);
  words.set(set.words);
  const summary = new Int32Array(length >>> 5);
  summary.set(set.summary);
  set.words = words;
  set.summary = summary;
}
