/** Reading a log of 188,000 jobs in the Standard Workload Format, packed with gzip, beside unpacking it and a loop over its bytes by hand. */
import { gunzipSync, gzipSync } from 'node:zlib';

import { gunzip } from '../src/cli/io/gunzip.js';
import { readTrace } from '../src/workload/index.js';

const jobs = 188_000;
const chunkBytes = 65_536;

/** A log like those of the Parallel Workloads Archive, the same each time: 18 columns, of which eleven matter. */
function generatedLog(): string {
  let state = 12_345;
  const below = (limit: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  const lines = ['; Version: 2.2', '; UnixStartTime: 749433603'];
  let clock = 0;
  for (let job = 1; job <= jobs; job++) {
    clock += below(400);
    const processors = 1 << below(7);
    const runTime = 30 + below(54_000);
    lines.push(
      `${job} ${clock} ${below(9000)} ${runTime} ${processors} ${below(54_000)} -1 ${processors} ${runTime + below(9000)} -1 1 ${below(500)} ${below(40)} -1 ${below(4)} -1 -1 -1`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Submission and run time of each job, by a loop that takes everything for well-formed whole numbers; answers their sum. */
function sumByHand(packed: Uint8Array): number {
  const bytes = gunzipSync(packed);
  const submit = new Float64Array(jobs);
  const runTime = new Float64Array(jobs);
  let row = 0;
  for (let at = 0; at < bytes.length;) {
    if (bytes[at] === 59) {
      at = bytes.indexOf(10, at) + 1;
      continue;
    }
    for (let field = 0; field < 18; field++) {
      const negative = bytes[at] === 45;
      if (negative) at++;
      let value = 0;
      for (; bytes[at]! >= 48; at++) value = value * 10 + bytes[at]! - 48;
      at++;
      if (field === 1) submit[row] = negative ? -value : value;
      else if (field === 3) runTime[row] = negative ? -value : value;
    }
    row++;
  }
  let sum = 0;
  for (let i = 0; i < row; i++) sum += submit[i]! + runTime[i]!;
  return sum;
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    // As from a file: each chunk comes in a turn of its own.
    yield await Promise.resolve(bytes.subarray(at, at + chunkBytes));
  }
}

/** The same through the public reader: formats told apart, fields checked, times in quanta. */
async function sumOfTrace(packed: Uint8Array): Promise<number> {
  const { value, diagnostics } = await readTrace(chunksOf(packed), {
    name: 'log.swf.gz',
    processors: 'one',
    gunzip,
  });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics[0]));
  let quanta = 0;
  for (let row = 0; row < value.length; row++)
    quanta += value.submitTime[row]! + value.runTime[row]!;
  return quanta / 4000;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

/** Prints the time of both in turn. True where they read the same. */
export async function benchTrace(runs: number): Promise<boolean> {
  const packed = gzipSync(generatedLog());
  const byHand: number[] = [];
  const reader: number[] = [];
  let agree = true;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const expected = sumByHand(packed);
    const middle = performance.now();
    const found = await sumOfTrace(packed);
    byHand.push(middle - start);
    reader.push(performance.now() - middle);
    agree &&= Math.abs(found - expected) < 1;
  }
  const ratio = median(reader) / median(byHand);
  console.log(
    `\nlog of ${jobs} jobs (Standard Workload Format, gzip), medians of ${runs} runs in turn`,
  );
  console.log(`gunzip and a loop by hand  ${median(byHand).toFixed(0).padStart(5)} ms`);
  console.log(
    `readTrace()                ${median(reader).toFixed(0).padStart(5)} ms   ${ratio.toFixed(2)} x by hand (accepted: 2, aim: 1.3)`,
  );
  console.log(agree ? 'both read the same' : 'THE SUMS DIFFER');
  return agree;
}
