// Runs inside a worker of the browser: every hostile text through the whole formula language.
import { exercise } from '../fuzz/exercise.js';
import { hostileTexts } from '../fuzz/hostile-texts.js';

/** What the worker answers: how many texts it read, and what went wrong. */
export interface WorkerAnswer {
  readonly inputs: number;
  readonly wrong: readonly string[];
}

const wrong: string[] = [];
for (const [name, text] of hostileTexts) {
  try {
    wrong.push(...exercise(text).map((what) => `${name}: ${what}`));
  } catch (error) {
    wrong.push(`${name}: ${String(error)}`);
  }
}
const answer: WorkerAnswer = { inputs: hostileTexts.size, wrong };
postMessage(answer);
