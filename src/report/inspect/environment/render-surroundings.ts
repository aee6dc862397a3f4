import { plainPalette } from '../../../base/diagnostics/render.js';
import { renderTable, type Column } from '../../terminal/table.js';
import { elapsedText } from '../elapsed-text.js';
import type { Surroundings } from './collect-environment.js';
import type { Variable } from './environment-of.js';

const left = (header: string): Column => ({ header, align: 'left' });

function variableTable(variables: readonly Variable[]): string[] {
  const columns = [left('variable'), left('value'), left('set by')];
  const rows = variables.map(({ name, value, setBy }) => [name, value, setBy]);
  return renderTable(columns, rows, plainPalette, '  ');
}

/** The environment of a task, its directories and until when its files stay, or those of a node. */
export function renderSurroundings(
  { environment, directories, files }: Surroundings,
  legacyNames: boolean,
): string[] {
  const lines: string[] = [];
  if (environment !== undefined) {
    const { variables, legacyVariables, notOverwritten } = environment;
    lines.push('', 'environment', '', ...variableTable(variables));
    for (const name of notOverwritten) {
      lines.push(`  ${name} was set too: variables of the service cannot be overwritten`);
    }
    if (legacyNames) {
      lines.push('', 'environment in the names of 2014 and 2015', '');
      lines.push(...variableTable(legacyVariables));
    }
  }
  if (directories.length > 0) {
    const rows = directories.map(({ name, holds }) => [name, holds]);
    const columns = [left('path'), left('holds')];
    lines.push('', 'directories', '', ...renderTable(columns, rows, plainPalette, '  '));
  }
  if (files.length > 0) {
    const columns = ['directory', 'node', 'from', 'until', 'because'].map(left);
    const rows = files.map(({ directory, nodeId, from, until, reason }) => [
      directory,
      nodeId,
      elapsedText(from),
      until === null ? 'the end of the log' : elapsedText(until),
      reason,
    ]);
    lines.push('', 'files of tasks', '', ...renderTable(columns, rows, plainPalette, '  '));
  }
  return lines;
}
