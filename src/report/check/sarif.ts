import type { Diagnostic, Severity } from '../../base/diagnostics/diagnostic.js';
import type { Span } from '../../base/text/source-text.js';
import { rulePageUrl } from '../../lint/rule-page.js';
import { rulesById } from '../../lint/rule-table.js';
import {
  findingsOf,
  type CheckReport,
  type FileReport,
  type PlacedFinding,
  type ReportedFinding,
} from './check-report.js';
import { homepage } from './homepage.js';

type Json = Readonly<Record<string, unknown>>;

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/**
 * SARIF 2.1.0 (OASIS standard, https://docs.oasis-open.org/sarif/sarif/v2.1.0/). Paths are relative to `%SRCROOT%`, columns count UTF-16
 * units, and an end column is the one after the last character.
 */
export function sarifReport(report: CheckReport): string {
  const { version, skipped } = report;
  const all = findingsOf(report);
  const findings = all.filter(({ formula }) => formula !== undefined);
  const problems = all.filter(({ formula }) => formula === undefined);
  const ids = [...new Set(findings.map(({ diagnostic }) => diagnostic.code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'poolscale',
            version,
            semanticVersion: version,
            informationUri: homepage,
            rules: ids.map(ruleJson),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: [
              ...problems.map(notification),
              ...skipped.map(({ path, reason }) => ({
                level: 'warning',
                message: { text: `${path} was not read: ${reason}` },
              })),
            ],
          },
        ],
        results: findings.map((finding) => resultJson(finding, ids)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleJson(id: string): Json {
  const { summary, level, category } = rulesById.get(id)!;
  const sentence = `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
  const helpUri = rulePageUrl(id);
  return {
    id,
    shortDescription: { text: sentence },
    fullDescription: { text: sentence },
    help: {
      text: `${sentence} See ${helpUri}`,
      markdown: `${sentence} [What to write instead, and why](${helpUri}).`,
    },
    helpUri,
    defaultConfiguration: { level: levels[level] },
    properties: { category, tags: [category] },
  };
}

function artifactLocation({ path }: FileReport): Json {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

function region({ lines }: FileReport, { start, end }: Span): Json {
  const from = lines.position(start);
  const to = lines.position(end);
  return {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
  };
}

function location(file: FileReport, span: Span): Json {
  return {
    physicalLocation: { artifactLocation: artifactLocation(file), region: region(file, span) },
  };
}

function notification({ file, diagnostic }: PlacedFinding): Json {
  const { code, severity, message, span } = diagnostic;
  return {
    descriptor: { id: code },
    level: levels[severity],
    message: { text: message },
    locations: [location(file, span)],
  };
}

function resultJson({ file, formula, diagnostic }: PlacedFinding, ids: readonly string[]): Json {
  const { code, severity, message, span, help, labels = [], fixes = [] } = diagnostic;
  const { formulaStart, fingerprint } = diagnostic as ReportedFinding;
  const changes = fixes.filter(({ edits }) => edits.length > 0);
  const name = `${formula!.address}, formula ${formulaStart.line}:${formulaStart.column}`;
  return {
    ruleId: code,
    ruleIndex: ids.indexOf(code),
    level: levels[severity],
    message: { text: help === undefined ? message : `${message}; ${help}` },
    locations: [{ ...location(file, span), logicalLocations: [{ fullyQualifiedName: name }] }],
    ...(labels.length > 0 && {
      relatedLocations: labels.map((label, id) => ({
        id,
        ...location(file, label.span),
        message: { text: label.message },
      })),
    }),
    partialFingerprints: { 'poolscale/v1': fingerprint },
    ...(changes.length > 0 && { fixes: changes.map((fix) => fixJson(file, fix)) }),
  };
}

function fixJson(file: FileReport, fix: NonNullable<Diagnostic['fixes']>[number]): Json {
  return {
    description: { text: fix.title },
    artifactChanges: [
      {
        artifactLocation: artifactLocation(file),
        replacements: fix.edits.map(({ span, newText }) => ({
          deletedRegion: region(file, span),
          insertedContent: { text: newText },
        })),
      },
    ],
  };
}
