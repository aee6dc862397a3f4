import type { Coverage, CoverageRow } from './coverage.js';
import { errorRows } from './error-rows.js';
import { featureRows } from './feature-rows.js';
import { limitRows } from './limit-rows.js';
import { valueRows } from './value-rows.js';

/** Every row of the page: features, values, limits and error codes. */
export const coverageRows: readonly CoverageRow[] = [
  ...featureRows.map(({ row, name, coverage }) => ({
    group: 'feature',
    name: `${row} ${name}`,
    section: '12',
    coverage,
  })),
  ...valueRows,
  ...limitRows,
  ...errorRows,
];

const kinds = {
  modelled: 'modelled',
  accepted: 'accepted without effect',
  'out-of-model': 'out of model',
  missing: 'not there yet',
} as const satisfies Record<Coverage['kind'], string>;

function evidence(coverage: Coverage): string {
  switch (coverage.kind) {
    case 'modelled': {
      const { proof, note } = coverage;
      const test = `[\`${proof.file}\`](../test/${proof.file}.test.ts): ${proof.title}`;
      return note === undefined ? test : `${test} (${note})`;
    }
    case 'accepted':
      return `\`${coverage.key.replaceAll(/\[\d+\]/g, '[]')}\`: ${coverage.reason}`;
    case 'out-of-model':
      return coverage.reason;
    case 'missing':
      return coverage.what;
  }
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

function table(head: string, rows: readonly { name: string; coverage: Coverage }[]): string {
  const lines = rows.map(
    ({ name, coverage }) =>
      `| ${cell(name)} | ${kinds[coverage.kind]} | ${cell(evidence(coverage))} |`,
  );
  return [`| ${head} | | test or reason |`, '| --- | --- | --- |', ...lines].join('\n');
}

function grouped(rows: readonly CoverageRow[]): string {
  return [...new Set(rows.map(({ group }) => group))]
    .map((group) => {
      const members = rows.filter((row) => row.group === group);
      const named = members.map((row) => ({ ...row, name: `\`${row.name}\`` }));
      return `### ${group}\n\n${table('value', named)}`;
    })
    .join('\n\n');
}

function counts(): string {
  const of = (rows: readonly { coverage: Coverage }[]): string =>
    (Object.keys(kinds) as Coverage['kind'][])
      .map((kind) => `| ${rows.filter(({ coverage }) => coverage.kind === kind).length} `)
      .join('');
  return [
    `| | ${Object.values(kinds).join(' | ')} |`,
    '| --- | --- | --- | --- | --- |',
    `| features ${of(featureRows)}|`,
    `| values ${of(valueRows)}|`,
    `| limits ${of(limitRows)}|`,
    `| error codes ${of(errorRows)}|`,
  ].join('\n');
}

/** docs/service-coverage.md. */
export function coveragePage(): string {
  return [
    '# What of the Batch service is modelled',
    '',
    'Written by `npm run generate:docs` from the tables in `test/docs/service-coverage/`; a test reads the tables and fails when a test that they name is not',
    'there. *Modelled* names the test that proves it. *Accepted without effect* may be written in a scenario, changes nothing, and `poolscale` says so before',
    'the run. *Out of model* has the reason. *Not there yet* belongs to the model and is missing.',
    '',
    counts(),
    '',
    '## Features of the founding documents',
    '',
    'What the announcements and guides of 2014 to 2018 name, in the terms of today.',
    '',
    table(
      'feature',
      featureRows.map(({ row, name, coverage }) => ({ name: `${row}. ${name}`, coverage })),
    ),
    '',
    '## Values',
    '',
    grouped(valueRows),
    '',
    '## Limits',
    '',
    table('limit', limitRows),
    '',
    '## Error codes',
    '',
    grouped(errorRows),
    '',
  ].join('\n');
}
