import { Command } from 'commander';

import { hasErrors } from '../../base/diagnostics/diagnostic.js';
import { CommandError } from '../command-error.js';
import { exitCodes } from '../exit-codes.js';
import { extractFiles } from '../find/extract-files.js';
import { findFiles } from '../find/find-files.js';
import { listFormulas, type FormulaList } from '../find/list-formulas.js';
import { printDiagnostics, processTerminal } from '../terminal.js';

const examples = `examples:
  poolscale extract
  poolscale extract infra pipelines/deploy.yml
  poolscale extract --json infra
`;

/** `poolscale extract`: which formulas a folder holds, and where. Exit code 1 where a file could not be read. */
export function extractCommand(): Command {
  return new Command('extract')
    .description('list the formulas inside Terraform, Bicep, ARM, YAML, code, scripts and Markdown')
    .argument('[paths...]', 'files and folders (default: this folder)')
    .addHelpText('before', examples)
    .option('--json', 'print the list as JSON, with the text of each formula')
    .action(listFiles);
}

async function listFiles(
  paths: readonly string[],
  { json }: { readonly json?: boolean },
): Promise<void> {
  const terminal = processTerminal();
  const extracted = await extractFiles(findFiles(paths.length > 0 ? paths : ['.']));
  const list = listFormulas(extracted);
  const text = json === true ? `${JSON.stringify(list, undefined, 2)}\n` : listText(list);
  terminal.stdout.write(text);
  const diagnostics = extracted.files.flatMap((file) => file.diagnostics);
  printDiagnostics(terminal, diagnostics);
  const named = new Set(paths);
  const unreadable = extracted.skipped.some(({ path }) => named.has(path));
  if (unreadable) throw new CommandError('', exitCodes.usage);
  if (hasErrors(diagnostics)) throw new CommandError('', exitCodes.failed);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** One line for each formula, one for each file that was left out, and the sums. */
function listText({ formulas, dynamic, unresolved, skipped, summary }: FormulaList): string {
  const found = formulas.map(({ path, start, language, address, statements, holes, readBy }) => {
    const details = [
      ...(statements === undefined ? ['syntax error'] : [count(statements, 'statement')]),
      ...(holes.length === 0 ? [] : [count(holes.length, 'hole')]),
      ...(readBy.length === 0 ? [] : [`read by ${readBy.join(', ')}`]),
    ];
    return `${path}:${start.line}:${start.column}  ${language}  ${address}  ${details.join(', ')}`;
  });
  const unchecked = [...dynamic, ...unresolved].map(
    ({ path, start, language, address, reason }) =>
      `${path}:${start.line}:${start.column}  ${language}  ${address}  dynamic: ${reason}`,
  );
  const left = skipped.map(({ path, reason }) => `${path}: skipped: ${reason}`);
  const sums = [
    `${count(summary.formulas, 'formula')} in ${count(summary.files, 'file')}`,
    ...(summary.dynamic === 0 ? [] : [`${summary.dynamic} dynamic and not checked`]),
    ...(summary.skipped === 0 ? [] : [`${count(summary.skipped, 'path')} skipped`]),
  ];
  return `${[...found, ...unchecked, ...left, sums.join(', ')].join('\n')}\n`;
}
