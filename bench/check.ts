/** The rows of `poolscale check`: start-up beside `node -e 0`, and 10,000 formulas in files. Runs the built command. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const command = resolve('dist/bin/poolscale.js');
const formulasOfFile = 10;

function formula(number: number): string {
  const window = `TimeInterval_Minute * ${5 + (number % 20)}`;
  return `percent = $PendingTasks.GetSamplePercent(${window});
tasks = percent < 70 ? max(0, $PendingTasks.GetSample(1)) : avg($PendingTasks.GetSample(${window}));
$TargetDedicatedNodes = min(${10 + number}, tasks);
$NodeDeallocationOption = taskcompletion;
`;
}

function indented(text: string, indent: string): string {
  return text.replace(/^(?=.)/gm, indent);
}

interface Host {
  readonly name: string;
  readonly extension: string;
  readonly formulasOfFile: number;
  /** Of design.md section 6, in seconds for 10,000 formulas. */
  readonly accepted: number;
  readonly text: (numbers: readonly number[]) => string;
}

const hosts: readonly Host[] = [
  {
    name: 'plain formulas',
    extension: 'autoscale',
    formulasOfFile: 1,
    accepted: 3,
    text: ([number]) => formula(number!),
  },
  {
    name: 'JSON',
    extension: 'json',
    formulasOfFile,
    accepted: 3,
    text: (numbers) =>
      JSON.stringify(
        numbers.map((number) => ({ id: `p${number}`, autoScaleFormula: formula(number) })),
        undefined,
        2,
      ),
  },
  {
    name: 'YAML',
    extension: 'yaml',
    formulasOfFile,
    accepted: 3,
    text: (numbers) =>
      numbers
        .map((number) => `- autoScaleFormula: |\n${indented(formula(number), '    ')}`)
        .join(''),
  },
  {
    name: 'Terraform',
    extension: 'tf',
    formulasOfFile,
    accepted: 6,
    text: (numbers) =>
      numbers
        .map(
          (number) =>
            `resource "azurerm_batch_pool" "p${number}" {\n  auto_scale {\n    formula = <<-EOT\n${indented(formula(number), '      ')}    EOT\n  }\n}\n`,
        )
        .join(''),
  },
];

function seconds(args: readonly string[], cwd: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

/** Prints start-up and throughput of the command beside their budgets; medians of interleaved runs. */
export function benchCheck(runs: number): void {
  if (!existsSync(command)) throw new Error('dist/ is missing: run npm run build first');
  const folder = mkdtempSync(join(tmpdir(), 'poolscale-bench-'));
  try {
    coldStart(folder, runs);
    throughput(folder, Math.min(runs, 3));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function coldStart(folder: string, runs: number): void {
  writeFileSync(join(folder, 'one.autoscale'), hosts[0]!.text([1]));
  writeFileSync(join(folder, 'one.tf'), hosts.at(-1)!.text([1]));
  const rows = [
    { name: 'node -e 0', args: ['-e', '0'], times: [] as number[], accepted: 1 },
    {
      name: 'check one.autoscale',
      args: [command, 'check', 'one.autoscale'],
      times: [] as number[],
      accepted: 3,
    },
    {
      name: 'check one.tf',
      args: [command, 'check', 'one.tf'],
      times: [] as number[],
      accepted: 4,
    },
  ];
  for (let run = 0; run < runs; run++) {
    for (const { args, times } of rows) times.push(seconds(args, folder));
  }
  const empty = median(rows[0]!.times);
  console.log(`\nstart-up, median of ${runs} runs in turn`);
  for (const { name, times, accepted } of rows) {
    const time = median(times);
    const ratio = (time / empty).toFixed(1);
    const shown = `${(time * 1000).toFixed(0)} ms`.padStart(8);
    console.log(`${name.padEnd(22)}${shown}   ${ratio} x node -e 0 (accepted: ${accepted})`);
  }
}

function throughput(folder: string, runs: number): void {
  console.log(`\n10,000 formulas checked, median of ${runs} runs`);
  for (const host of hosts) {
    const files = 10_000 / host.formulasOfFile;
    const inside = join(folder, host.extension);
    mkdirSync(inside);
    for (let file = 0; file < files; file++) {
      const first = file * host.formulasOfFile;
      const numbers = Array.from({ length: host.formulasOfFile }, (_, index) => first + index);
      writeFileSync(join(inside, `${file}.${host.extension}`), host.text(numbers));
    }
    const times = Array.from({ length: runs }, () => seconds([command, 'check'], inside));
    const shown = `${median(times).toFixed(2)} s`.padStart(8);
    console.log(
      `${`${host.name}, ${files} files`.padEnd(30)}${shown}   (accepted: ${host.accepted} s)`,
    );
  }
}
