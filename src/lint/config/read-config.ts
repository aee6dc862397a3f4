import { checkDocument } from '../../base/document/check-document.js';
import { readDocument } from '../../base/document/read-document.js';
import type { DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import type { SourceText } from '../../base/text/source-text.js';
import { quantaToSeconds } from '../../base/time/quanta.js';
import {
  defaultConfig,
  type CheckConfig,
  type ConfigSettings,
  type RuleLevel,
} from './check-config.js';
import { configSchema, type WrittenConfig, type WrittenSettings } from './config-schema.js';

/** Reads a configuration file in JSON, JSON with comments, or YAML. Unknown keys and rules are errors with the nearest name. */
export function readConfig(source: SourceText): DiagnosticResult<CheckConfig> {
  const isYaml = /\.ya?ml$/i.test(source.name);
  const text = isYaml ? source.text : withoutComments(source.text);
  const document = readDocument({ name: source.name, text });
  if (document.value === undefined) return { diagnostics: document.diagnostics };
  const { value, diagnostics } = checkDocument(document.value, configSchema);
  if (value === undefined) return { diagnostics };
  return { value: configFrom(value), diagnostics };
}

function configFrom(written: WrittenConfig): CheckConfig {
  const { files, exclude = [], hosts = [], overrides = [] } = written;
  return {
    ...settingsFrom(written),
    extends: written.extends ?? defaultConfig.extends,
    ...(files && { files }),
    exclude,
    hosts: hosts.map(({ files: own, paths }) => ({ ...(own && { files: own }), paths })),
    overrides: overrides.map((each) => ({ ...settingsFrom(each), files: each.files })),
  };
}

function settingsFrom({
  rules = {},
  environment = {},
  profile = {},
}: WrittenSettings): ConfigSettings {
  const { evaluationInterval, ...pool } = environment;
  const given = Object.entries(pool).filter(([, value]) => value !== undefined);
  return {
    rules: Object.fromEntries(
      Object.entries(rules).filter((entry): entry is [string, RuleLevel] => entry[1] !== undefined),
    ),
    environment: {
      ...Object.fromEntries(given),
      ...(evaluationInterval !== undefined && {
        evaluationInterval: quantaToSeconds(evaluationInterval),
      }),
    },
    profile,
  };
}

/** JSON with comments and trailing commas as YAML reads it: comments become spaces, so that all places stay. */
function withoutComments(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (part) =>
    part.startsWith('"') ? part : part.replace(/[^\n]/g, ' '),
  );
}
