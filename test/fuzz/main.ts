// npm run fuzz:language -- --inputs N --seed S: hostile and random texts through the whole formula language.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

import { exercise } from './exercise.js';
import { formulaPool } from './formula-pool.js';
import { hostileTexts } from './hostile-texts.js';
import { randomText } from './random-text.js';

interface Task {
  readonly inputs: number;
  readonly seed: string;
  readonly formulas: readonly string[];
}

type Report =
  | { readonly kind: 'begin'; readonly input: string; readonly text: string }
  | { readonly kind: 'wrong'; readonly input: string; readonly text: string; readonly what: string }
  | { readonly kind: 'end'; readonly inputs: number };

/** Nothing that the language does with 8 KB takes a hundredth of this, on any machine. */
const secondsPerInput = 20;

/** The stack is smaller than that of a browser's worker. */
const limits = { maxOldGenerationSizeMb: 192, stackSizeMb: 0.75 };

function work({ inputs, seed, formulas }: Task): void {
  const report = (message: Report): void => parentPort!.postMessage(message);
  const attempt = (input: string, text: string, run: () => string[]): void => {
    report({ kind: 'begin', input, text });
    let wrong: string[];
    try {
      wrong = run();
    } catch (error) {
      wrong = [error instanceof Error ? String(error.stack) : String(error)];
    }
    for (const what of wrong) report({ kind: 'wrong', input, text, what });
  };
  for (const [name, text] of hostileTexts) attempt(name, text, () => exercise(text));
  for (let i = 0; i < inputs; i++) {
    const { text, profile } = randomText(seed, i, formulas);
    attempt(`seed ${seed}, input ${i}`, text, () => exercise(text, profile));
  }
  report({ kind: 'end', inputs: hostileTexts.size + inputs });
}

function watch(task: Task): void {
  const worker = new Worker(new URL(import.meta.url), { workerData: task, resourceLimits: limits });
  let current = 'the start';
  let failures = 0;
  const fail = (input: string, text: string, what: string): void => {
    failures++;
    console.error(`${input}: ${what}\n  ${JSON.stringify(text.slice(0, 400))}`);
  };
  let text = '';
  const hang = (): void => {
    fail(current, text, `no end after ${secondsPerInput} s`);
    void worker.terminate();
  };
  let timer = setTimeout(hang, secondsPerInput * 1000);
  worker.on('message', (message: Report) => {
    switch (message.kind) {
      case 'begin':
        current = message.input;
        text = message.text;
        clearTimeout(timer);
        timer = setTimeout(hang, secondsPerInput * 1000);
        return;
      case 'wrong':
        fail(message.input, message.text, message.what);
        return;
      case 'end':
        console.log(`${message.inputs} inputs, ${failures} failures`);
        return;
    }
  });
  worker.on('error', (error) => fail(current, text, String(error)));
  worker.on('exit', (code) => {
    clearTimeout(timer);
    process.exitCode = failures === 0 && code === 0 ? 0 : 1;
  });
}

if (isMainThread) {
  const { values } = parseArgs({
    options: {
      inputs: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const root = process.cwd();
  const shared = process.env['POOLSCALE_SHARED'] ?? join(root, '../shared');
  const formulas = formulaPool(root, shared);
  watch({ inputs: Number(values.inputs), seed: values.seed, formulas });
} else {
  work(workerData as Task);
}
