import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { figureById } from '../../../src/experiment/figures.js';
import { formatFigure } from '../../../src/report/format/figure-value.js';
import { simulate, type RunRecord } from '../../../src/simulator/index.js';
import { load, renderAll } from '../../support/memory-files.js';
import type { Story, StoryRun, StoryRuns, VariantName } from './story.js';

const priceFile = 'prices.example.yaml';

/** Files of a story, read from the root of the repository, under the names by which its scenario refers to them. */
function filesOf(folder: string): Record<string, string> {
  const path = join('examples/rehearsals', folder);
  const files = readdirSync(path).map((name) => [name, readFileSync(join(path, name), 'utf8')]);
  const prices = readFileSync(join('examples', priceFile), 'utf8');
  return {
    ...(Object.fromEntries(files) as Record<string, string>),
    [`../../${priceFile}`]: prices,
  };
}

async function runVariant({ folder, differs }: Story, variant: VariantName): Promise<RunRecord> {
  const files = filesOf(folder);
  const name = differs === 'scenario' ? `${variant}.scenario.yaml` : 'scenario.yaml';
  const formula = `${variant}.autoscale`;
  const loaded = await load(files[name]!, files, name);
  const options =
    differs === 'formula' ? { formula: { name: formula, text: files[formula]! } } : {};
  const input = loaded.value?.input(options);
  if (input?.value === undefined) throw new Error(renderAll(input ?? loaded));
  return simulate(input.value);
}

function storyRun(record: RunRecord): StoryRun {
  const figure = (id: string): string => {
    const found = figureById(id);
    if (found === undefined) throw new Error(`no figure ${id}`);
    return formatFigure(found.unit, found.value(record), record.cost?.currency);
  };
  return { record, figure };
}

/** Simulates both variants of a story. */
export async function runStory(story: Story): Promise<StoryRuns> {
  return {
    first: storyRun(await runVariant(story, 'first')),
    mended: storyRun(await runVariant(story, 'mended')),
  };
}
