import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { figureById } from '../../src/experiment/figures.js';
import { root, run, withFolder } from '../acceptance/command.js';
import {
  commandsOf,
  pictureOf,
  rehearsalsPage,
  storyPicture,
} from './rehearsals/rehearsals-page.js';
import { runStory } from './rehearsals/run-story.js';
import { stories } from './rehearsals/stories.js';
import type { Story, StoryRuns } from './rehearsals/story.js';

const docs = (path: string): string => readFileSync(join(root, 'docs', path), 'utf8');

const runs = new Map<string, StoryRuns>();
for (const story of stories) runs.set(story.folder, await runStory(story));

describe('docs/rehearsals.md', () => {
  it('tells every number as the runs have it (to update: npm run generate:docs)', () => {
    expect(docs('rehearsals.md')).toBe(rehearsalsPage(runs));
  });

  it('has a story for each folder of examples/rehearsals', () => {
    const folders = readdirSync(join(root, 'examples/rehearsals'));
    expect(stories.map(({ folder }) => folder).toSorted()).toEqual(folders.toSorted());
  });
});

describe.each(stories.map((story) => [story.folder, story] as const))('%s', (folder, story) => {
  const { first, mended } = runs.get(folder)!;

  it.each(Object.keys(story.claims))('%s', (claim) => {
    expect(story.claims[claim]!({ first: first.record, mended: mended.record })).toBe(true);
  });

  it('has the picture of its runs', () => {
    expect(docs(pictureOf(story))).toBe(storyPicture(story, runs.get(folder)!));
  });

  it('has commands that give the numbers of its table, and reports that show its faults and operations', () => {
    withFolder({}, (cwd) => {
      const answers = commandsOf(story).map((command) => runAt(command, cwd));
      for (const id of story.figures) {
        for (const [place, variant] of [first, mended].entries()) {
          expect(measured(story, answers, place, id)).toBe(figureById(id)!.value(variant.record));
        }
      }
      for (const [place, { html }] of answers.entries()) {
        const { record } = [first, mended][place]!;
        for (const { kind, occurrences } of record.faults ?? []) {
          expect(occurrences).toBeGreaterThan(0);
          expect(html).toContain(`"text":"fault ${kind}`);
        }
        for (const { kind } of record.operations) expect(html).toContain(`"text":"${kind} of`);
      }
    });
  });
});

interface Answer {
  readonly json: unknown;
  readonly html: string;
}

/** Runs a command of the page from another folder, so that its report is written there. */
function runAt(command: string, cwd: string): Answer {
  const [, ...words] = command.split(' ');
  const args = words.map((word) => (word.startsWith('examples/') ? join(root, word) : word));
  const outcome = run([...args, '--format', 'json'], { cwd });
  expect(outcome).toMatchObject({ status: 0, stderr: '' });
  return { json: JSON.parse(outcome.stdout), html: readFileSync(join(cwd, args.at(-1)!), 'utf8') };
}

/** A figure in the answer of the commands, for the first variant (0) or the mended one (1). */
function measured({ differs }: Story, answers: readonly Answer[], place: number, id: string) {
  if (differs === 'scenario') {
    const { figures } = answers[place]!.json as { figures: Record<string, number | null> };
    return figures[id];
  }
  const { formulas } = answers[0]!.json as {
    formulas: readonly { figures: Record<string, { mean: number } | null> }[];
  };
  return formulas[place]!.figures[id]?.mean ?? null;
}
