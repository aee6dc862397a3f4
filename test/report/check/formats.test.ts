import { readFileSync } from 'node:fs';

import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';

import { plainPalette } from '../../../src/base/diagnostics/render.js';
import { azurePipelinesCommands } from '../../../src/report/check/azure-pipelines.js';
import { checkJson } from '../../../src/report/check/check-json.js';
import { checkJunit } from '../../../src/report/check/check-junit.js';
import type { CheckReport } from '../../../src/report/check/check-report.js';
import { checkstyleReport } from '../../../src/report/check/checkstyle.js';
import { compactReport } from '../../../src/report/check/compact.js';
import { githubCommands, githubSummary } from '../../../src/report/check/github.js';
import { gitlabReport } from '../../../src/report/check/gitlab.js';
import { prettyReport } from '../../../src/report/check/pretty.js';
import { rdjsonReport } from '../../../src/report/check/rdjson.js';
import { sarifReport } from '../../../src/report/check/sarif.js';
import { reportOf, sampleFiles } from './sample-report.js';

const report = await reportOf(sampleFiles);
const empty = await reportOf({});

const formats: Readonly<Record<string, (report: CheckReport) => string>> = {
  'pretty.txt': (each) => prettyReport(each, { palette: plainPalette, quiet: false }),
  'compact.txt': compactReport,
  'report.json': checkJson,
  'report.sarif': sarifReport,
  'github.txt': githubCommands,
  'github-summary.md': githubSummary,
  'azure-pipelines.txt': (each) => azurePipelinesCommands(each, '/home/build'),
  'gitlab.json': gitlabReport,
  'junit.xml': (each) => checkJunit(each, ({ severity }) => severity === 'error'),
  'checkstyle.xml': checkstyleReport,
  'rdjson.json': rdjsonReport,
};

it.each(Object.keys(formats))('%s is as its golden file', async (name) => {
  await expect(formats[name]!(report)).toMatchFileSnapshot(`__snapshots__/${name}`);
});

function readJson(path: string): Record<string, unknown> {
  const text = readFileSync(new URL(path, import.meta.url), 'utf8');
  return JSON.parse(text) as Record<string, unknown>;
}

/** The official schemas are of draft 4, of which they use nothing that has another meaning since, beside `id`. */
function officialSchema(path: string): Record<string, unknown> {
  const { id, $schema, ...schema } = readJson(path);
  expect($schema).toContain('draft-04');
  return id === undefined ? schema : { $id: id, ...schema };
}

describe('official schemas', () => {
  it.each([
    ['SARIF 2.1.0', 'fixtures/sarif-schema-2.1.0.json', sarifReport],
    ['Reviewdog Diagnostic Format', 'fixtures/rdf-diagnostic-result.json', rdjsonReport],
  ])('%s', (_, path, format) => {
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(officialSchema(path));
    for (const each of [report, empty]) {
      validate(JSON.parse(format(each)));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ version: 2, runs: 1, diagnostics: 1 })).toBe(false);
  });

  it('of our own JSON', () => {
    const ajv = new Ajv2020();
    addFormats.default(ajv);
    const validate = ajv.compile(readJson('../../../schemas/check-report.schema.json'));
    for (const each of [report, empty]) {
      validate(JSON.parse(checkJson(each)));
      expect(validate.errors).toBeNull();
    }
  });
});

describe('limits of GitHub', () => {
  it('annotates ten of a kind and says how many more there are', async () => {
    const text = Array.from({ length: 13 }, (_, i) => `a${i} = b${i};\n`).join('');
    const commands = githubCommands(await reportOf({ 'a.autoscale': text }));
    expect(commands.match(/^::error /gm)).toHaveLength(10);
    expect(commands).toContain('3 errors more than the 10');
  });
});

describe('fingerprints', () => {
  const fingerprints = async (text: string): Promise<string[]> => {
    const { files } = await reportOf({ 'a.yaml': text });
    return files.flatMap(({ formulas }) =>
      formulas.flatMap(({ diagnostics }) => diagnostics.map(({ fingerprint }) => fingerprint)),
    );
  };
  const formula = 'autoScaleFormula: x = y; $TargetDedicatedNodes = y;\n';

  it('stay when lines are added above, and differ between equal findings', async () => {
    const before = await fingerprints(formula);
    expect(new Set(before).size).toBe(before.length);
    expect(before.length).toBeGreaterThan(1);
    expect(await fingerprints(`# more\n\n${formula}`)).toEqual(before);
  });

  it('change with what the finding is about', async () => {
    expect(await fingerprints(formula.replaceAll('y', 'z'))).not.toEqual(
      await fingerprints(formula),
    );
  });
});
