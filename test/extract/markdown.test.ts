import { expect, test } from 'vitest';

import { extract, formulasOf, segmentProblems } from '../support/extract.js';

test('fences that name a formula, in lists and quotations too', async () => {
  const text = `# Pools
\`\`\`batch-autoscale
a = 1;
\`\`\`
> ~~~autoscale
> b = 2;
> ~~~
- item
  \`\`\`\`autoscale title="x"
  c = 3;
    \`\`\`
  \`\`\`\`
\`\`\`
$TargetDedicatedNodes = 1;
\`\`\`
`;
  expect(await formulasOf(text, 'markdown')).toEqual({
    'line 3': 'a = 1;\n',
    'line 6': 'b = 2;\n',
    'line 10': 'c = 3;\n  ```\n',
  });
});

test('fences of other languages are read as these languages', async () => {
  const text = `
  \`\`\`json
  { "autoScaleFormula": "a = \\"x\\";" }
  \`\`\`
\`\`\`hcl
resource "azurerm_batch_pool" "p" {
  auto_scale {
    formula = "b = \${var.max};"
  }
}
\`\`\`
`;
  const { formulas } = await extract(text, 'markdown');
  expect(formulas.map((each) => [each.address, each.text])).toEqual([
    ['line 3 autoScaleFormula', 'a = "x";'],
    ['line 6 azurerm_batch_pool.p', 'b = hole_1;'],
  ]);
  for (const formula of formulas) expect(segmentProblems(text, formula)).toEqual([]);
});
