import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { exampleTests } from '../gallery/example-tests.js';
import type { Store } from '../state/store.js';
import type { Answers, TestedCase } from '../worker/messages.js';
import { CallEnded, type WorkerClient } from '../worker/worker-client.js';
import { Finding } from './finding.js';

interface TestsViewProps {
  readonly store: Store;
  readonly worker: WorkerClient;
}

/** Runs the tests whenever they or the formula change: what `poolscale test` does. */
export function TestsView({ store, worker }: TestsViewProps): JSX.Element {
  const [answer, setAnswer] = useState<Answers['test'] | string | undefined>(undefined);
  const tests = store.tests.value;
  const formula = store.formula.value;
  useEffect(() => {
    if (tests === '') return;
    worker
      .call({ kind: 'test', tests, formula }, { timeout: 10_000 })
      .then(setAnswer)
      .catch((error: unknown) => {
        if (!(error instanceof CallEnded)) throw error;
        if (error.reason !== 'replaced') setAnswer(error.message);
      });
  }, [tests, formula, worker]);
  if (tests === '') {
    return (
      <p class="hint">
        There are no tests yet.{' '}
        <button
          type="button"
          onClick={() => {
            store.tests.value = exampleTests;
            store.editorTab.value = 'tests';
          }}
        >
          Start with an example
        </button>
      </p>
    );
  }
  if (answer === undefined) return <p class="hint">Running …</p>;
  if (typeof answer === 'string') return <p class="error">{answer}</p>;
  return (
    <>
      {answer.diagnostics.map((diagnostic) => (
        <Finding key={`${diagnostic.place}${diagnostic.message}`} {...diagnostic} />
      ))}
      <p role="status">{summary(answer.cases)}</p>
      <ul class="cases">
        {answer.cases.map((each, place) => (
          <Case key={place} {...each} />
        ))}
      </ul>
    </>
  );
}

function summary(cases: readonly TestedCase[]): string {
  const count = (wanted: TestedCase['outcome']): number =>
    cases.filter(({ outcome }) => outcome === wanted).length;
  return `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`;
}

const tones: Readonly<Record<TestedCase['outcome'], string>> = {
  passed: 'better',
  failed: 'worse',
  skipped: 'hint',
};

function Case({ name, outcome, details }: TestedCase): JSX.Element {
  return (
    <li>
      <strong class={tones[outcome]}>{outcome}</strong> {name}
      {details.length > 0 && <pre>{details.join('\n')}</pre>}
    </li>
  );
}
