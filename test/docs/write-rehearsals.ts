// Behind npm run generate:docs; run from the root of the repository.
import { mkdirSync, writeFileSync } from 'node:fs';

import { pictureOf, rehearsalsPage, storyPicture } from './rehearsals/rehearsals-page.js';
import { runStory } from './rehearsals/run-story.js';
import { stories } from './rehearsals/stories.js';
import type { StoryRuns } from './rehearsals/story.js';

const runs = new Map<string, StoryRuns>();
mkdirSync('docs/pictures', { recursive: true });
for (const story of stories) {
  const own = await runStory(story);
  runs.set(story.folder, own);
  writeFileSync(`docs/${pictureOf(story)}`, storyPicture(story, own));
}
writeFileSync('docs/rehearsals.md', rehearsalsPage(runs));
