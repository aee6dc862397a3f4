// The main job on real input: three formulas on a recorded workload, compared in the terminal and in report.html, or the file that is given.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const formulas = ['follow-pending', 'guarded-average', 'halve-down'];
const run = spawnSync(
  process.execPath,
  [
    'dist/bin/poolscale.js',
    'compare',
    'examples/nextflow-run.scenario.yaml',
    ...formulas.flatMap((name) => ['--formula', `examples/formulas/${name}.autoscale`]),
    '--seeds',
    '5',
    '--html',
    process.argv[2] ?? 'report.html',
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = run.status ?? 1;
