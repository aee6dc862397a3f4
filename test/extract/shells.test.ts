import { expect, test } from 'vitest';

import { extractFormulas } from '../../src/extract/extract-formulas.js';
import type { HostLanguage } from '../../src/extract/embedded-formula.js';
import { loadGrammar } from '../../src/extract/load-grammar.node.js';
import { extract, formulasOf, segmentProblems } from '../support/extract.js';

async function codesOf(text: string, language: HostLanguage): Promise<readonly string[]> {
  const { diagnostics } = await extractFormulas({ name: 'x', text }, language, loadGrammar);
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

test('Bash: options, quotes, expansions', async () => {
  const text = String.raw`az batch pool create --id p --auto-scale-formula "\$TargetDedicatedNodes=min($MAX, ${'${N:-3}'});
b=\"x\";c=$(nproc);"
az batch pool autoscale enable --auto-scale-formula='a = 1;'
az batch pool autoscale evaluate --auto-scale-formula $'a = \'x\';\nb = 2;'
`;
  const { formulas } = await extract(text, 'bash');
  expect(formulas.map((each) => each.text)).toEqual([
    '$TargetDedicatedNodes=min(hole_1, hole_2);\nb="x";c=hole_3;',
    'a = 1;',
    "a = 'x';\nb = 2;",
  ]);
  expect(formulas.map(({ address }) => address)).toEqual([
    'az batch pool create',
    'az batch pool autoscale enable',
    'az batch pool autoscale evaluate',
  ]);
  for (const formula of formulas) expect(segmentProblems(text, formula)).toEqual([]);
});

test('Bash: variables, here-documents, files, JSON bodies', async () => {
  const text = `F=$(cat <<'EOF'
a = 1;
EOF
)
az x --auto-scale-formula "$F"
read -r -d '' G <<-EOF
	b = $MAX;
	\\$TargetDedicatedNodes = b;
	EOF
az x --auto-scale-formula "\${G}"
az x --auto-scale-formula "$(cat pools/c.autoscale)"
az x --auto-scale-formula @d.autoscale
cat > pool.json <<EOF
{ "autoScaleFormula": "c = $N;\\n\\$TargetDedicatedNodes = c;" }
EOF
`;
  expect(await formulasOf(text, 'bash')).toEqual({
    F: 'a = 1;\n',
    G: 'b = hole_1;\n$TargetDedicatedNodes = b;\n',
    autoScaleFormula: 'c = hole_1;\n$TargetDedicatedNodes = c;',
  });
  const { references } = await extract(text, 'bash');
  expect(references.map(({ path }) => path)).toEqual(['pools/c.autoscale', 'd.autoscale']);
});

test('a name of the service that the shell replaces is an error, and read as it was meant', async () => {
  const bash = 'az x --auto-scale-formula "$tasks=$PendingTasks.GetSample(1);b=$MAX;"\n';
  expect(await formulasOf(bash, 'bash')).toEqual({
    'az x': '$tasks=$PendingTasks.GetSample(1);b=hole_1;',
  });
  expect(await codesOf(bash, 'bash')).toEqual([
    'shell-expansion: the shell replaces $tasks before the service sees it; expected \\$tasks, or single quotes around the formula',
  ]);
  expect(
    await codesOf('New-AzBatchPool -AutoScaleFormula "$TargetDedicatedNodes=1;"\n', 'powershell'),
  ).toEqual([
    'shell-expansion: the shell replaces $TargetDedicatedNodes before the service sees it; expected `$TargetDedicatedNodes, or single quotes around the formula',
  ]);
});

test('PowerShell: parameters, strings, here-strings, format', async () => {
  const text = `$f = "\`$TargetDedicatedNodes = $max; a = ""x""; b = \${n}; c = $(1 + 2);\`n"
New-AzBatchPool -Id p -AutoScaleFormula $f -BatchContext $c
Enable-AzBatchAutoScale -AutoScaleFormula 'a = ''x'';'
$pool.AutoScaleFormula = @'
a = 1;
b = "x";
'@
$body = @{ autoScaleFormula = 'a = {0};' -f $max }
az batch pool create --auto-scale-formula @"
\`$TargetDedicatedNodes = $max;
"@
`;
  const { formulas } = await extract(text, 'powershell');
  expect(formulas.map((each) => [each.address, each.text])).toEqual([
    ['$f', '$TargetDedicatedNodes = hole_1; a = "x"; b = hole_2; c = hole_3;\n'],
    ['Enable-AzBatchAutoScale', "a = 'x';"],
    ['$pool.AutoScaleFormula', 'a = 1;\nb = "x";'],
    ['autoScaleFormula', 'a = hole_1;'],
    ['az batch pool create', '$TargetDedicatedNodes = hole_1;'],
  ]);
  for (const formula of formulas) expect(segmentProblems(text, formula)).toEqual([]);
});
