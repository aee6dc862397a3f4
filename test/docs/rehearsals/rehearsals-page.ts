import { figureById } from '../../../src/experiment/figures.js';
import { overlayCharts } from '../../../src/report/html/overlay-charts.js';
import { commonMoments, runMoments } from '../../../src/report/html/run-moments.js';
import { chartsSvg } from './chart-svg.js';
import { stories } from './stories.js';
import { variantNames, type Story, type StoryRuns } from './story.js';

const head = `# Rehearsals

Operational stories to play before they happen. Each has a first attempt that goes wrong and a mended twin; the pages of
[scenario files](scenarios.md) say what their settings mean. Waits run from the submission of a task to its start. In the pictures faults
are red and operations grey. This page is generated from the runs by \`npm run generate:docs\`.
`;

/** The commands of a story, from the root of the repository. */
export function commandsOf({ folder, differs }: Story): readonly string[] {
  const path = `examples/rehearsals/${folder}`;
  if (differs === 'scenario') {
    return variantNames.map(
      (name) => `poolscale simulate ${path}/${name}.scenario.yaml --html ${name}.html`,
    );
  }
  const formulas = variantNames.map((name) => `--formula ${path}/${name}.autoscale`).join(' ');
  return [`poolscale compare ${path}/scenario.yaml ${formulas} --html report.html`];
}

/** Path of the picture of a story, relative to docs. */
export function pictureOf({ folder }: Story): string {
  return `pictures/${folder}.svg`;
}

function section(story: Story, runs: StoryRuns): string {
  const { title, folder, figures, text } = story;
  const rows = figures.map((id) => {
    const cells = variantNames.map((name) => runs[name].figure(id));
    return `| ${figureById(id)!.label} | ${cells.join(' | ')} |`;
  });
  return `## ${title}

${text(runs).trim()}

\`\`\`sh
${commandsOf(story).join('\n')}
\`\`\`

| | first | mended |
| --- | ---: | ---: |
${rows.join('\n')}

![${title}: nodes and pending tasks of both runs over time](${pictureOf(story)})

Files: [examples/rehearsals/${folder}](../examples/rehearsals/${folder}).
`;
}

/** docs/rehearsals.md. */
export function rehearsalsPage(runs: ReadonlyMap<string, StoryRuns>): string {
  const list = stories.map(({ title }) => `- [${title}](#${anchor(title)})`).join('\n');
  const sections = stories.map((story) => section(story, runs.get(story.folder)!));
  return [head, `${list}\n`, ...sections].join('\n');
}

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 ]/g, '')
    .replaceAll(' ', '-');
}

/** Nodes and pending tasks of both runs; operations are those of the mended one. */
export function storyPicture({ differs }: Story, { first, mended }: StoryRuns): string {
  const records = [first.record, mended.record];
  const charts = overlayCharts(
    variantNames.map((name, place) => ({ name, place, record: records[place]! })),
  );
  const moments = differs === 'formula' ? commonMoments(records) : runMoments(mended.record);
  return chartsSvg(charts.slice(0, 2), moments);
}
