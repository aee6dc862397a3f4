import { LineCounter, isMap, isScalar, parseDocument } from 'yaml';

import type { Diagnostic, DiagnosticResult } from '../base/diagnostics/diagnostic.js';
import { nearestName } from '../base/text/nearest-name.js';
import type { SourceText, Span } from '../base/text/source-text.js';
import { profileDiagnostic } from './profile-diagnostics.js';
import { isSwitchName, type Profile } from './profile.js';
import { switchNames, switchTable } from './switch-table.js';

type Overrides = DiagnosticResult<Partial<Profile>>;

function checkedSetting(
  name: string,
  value: string,
  span: Span,
  source: SourceText,
): Diagnostic | undefined {
  if (!isSwitchName(name)) {
    const nearest = nearestName(name, switchNames);
    return profileDiagnostic('unknown-switch', span, { name, nearest }, { source });
  }
  const values: readonly string[] = switchTable[name].values;
  if (values.includes(value)) return undefined;
  return profileDiagnostic('unknown-switch-value', span, { name, value, values }, { source });
}

/** Reads one `name=value` of a command line. */
export function readSetting(text: string): Overrides {
  const source = { name: '--set', text };
  const equals = text.indexOf('=');
  const span = { start: 0, end: text.length };
  if (equals < 0) {
    const reason = 'expected name=value';
    return {
      diagnostics: [profileDiagnostic('profile-not-readable', span, { reason }, { source })],
    };
  }
  const name = text.slice(0, equals).trim();
  const value = text.slice(equals + 1).trim();
  const wrong = checkedSetting(name, value, span, source);
  if (wrong !== undefined) return { diagnostics: [wrong] };
  return { value: { [name]: value }, diagnostics: [] };
}

/** Reads a profile file: one YAML or JSON mapping from switch names to values; switches that it does not name keep theirs. */
export function readProfile(source: SourceText): Overrides {
  const document = parseDocument(source.text, { lineCounter: new LineCounter() });
  const diagnostics: Diagnostic[] = document.errors.map((error) => {
    const span = { start: error.pos[0], end: error.pos[1] };
    const reason = error.message.split('\n')[0]!;
    return profileDiagnostic('profile-not-readable', span, { reason }, { source });
  });
  if (diagnostics.length > 0) return { diagnostics };
  const root = document.contents;
  if (root === null) return { value: {}, diagnostics };
  const whole = { start: 0, end: source.text.length };
  if (!isMap(root)) {
    const reason = 'expected a mapping from switch names to values';
    return {
      diagnostics: [profileDiagnostic('profile-not-readable', whole, { reason }, { source })],
    };
  }
  const settings = new Map<string, string>();
  for (const { key, value } of root.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const text = isScalar(value) ? String(value.value) : '';
    const range = isScalar(key) ? key.range : undefined;
    const span = range ? { start: range[0], end: range[1] } : whole;
    const wrong = checkedSetting(name, text, span, source);
    if (wrong === undefined) settings.set(name, text);
    else diagnostics.push(wrong);
  }
  if (diagnostics.length > 0) return { diagnostics };
  return { value: Object.fromEntries(settings), diagnostics };
}
