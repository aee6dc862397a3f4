export type ExportFormat = 'terraform' | 'bicep' | 'arm' | 'az' | 'python' | 'pool';

export interface ExportRow {
  readonly format: ExportFormat;
  readonly title: string;
  readonly write: (formula: string) => string;
}

/** A formula as the files of other tools hold it, quoted by their rules. */
export const exportFormats: readonly ExportRow[] = [
  { format: 'terraform', title: 'Terraform', write: terraform },
  { format: 'bicep', title: 'Bicep', write: bicep },
  { format: 'arm', title: 'ARM template', write: arm },
  { format: 'az', title: 'az CLI', write: az },
  { format: 'python', title: 'Python', write: python },
  { format: 'pool', title: 'Batch pool JSON', write: pool },
];

const interval = 'PT5M';

/** A formula ends with its last line: text blocks add the line break themselves. */
function lines(formula: string): string[] {
  return formula.replace(/\n$/, '').split('\n');
}

function indented(formula: string, indent: string): string {
  return lines(formula)
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
}

/** An indented heredoc: `${` and `%{` would begin templates. */
function terraform(formula: string): string {
  const escaped = formula.replaceAll('${', '$${').replaceAll('%{', '%%{');
  const marker = /^\s*FORMULA\s*$/m.test(formula) ? 'AUTOSCALE_FORMULA' : 'FORMULA';
  return `resource "azurerm_batch_pool" "pool" {
  auto_scale {
    evaluation_interval = "${interval}"
    formula             = <<-${marker}
${indented(escaped, '      ')}
    ${marker}
  }
}
`;
}

/** A multi-line string takes every character but three quotes in a row. */
function bicep(formula: string): string {
  const literal = formula.includes("'''")
    ? `'${formula.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('${', '\\${').replaceAll('\n', '\\n')}'`
    : `'''\n${formula}'''`;
  return `resource pool 'Microsoft.Batch/batchAccounts/pools@2024-07-01' = {
  parent: account
  name: 'pool'
  properties: {
    scaleSettings: {
      autoScale: {
        evaluationInterval: '${interval}'
        formula: ${literal}
      }
    }
  }
}
`;
}

/** A string that begins with \`[\` would be read as an expression of the template language. */
function arm(formula: string): string {
  const literal = formula.startsWith('[') ? `[${formula}` : formula;
  const resource = {
    type: 'Microsoft.Batch/batchAccounts/pools',
    apiVersion: '2024-07-01',
    name: "[concat(parameters('account'), '/pool')]",
    properties: {
      scaleSettings: { autoScale: { evaluationInterval: interval, formula: literal } },
    },
  };
  return `${JSON.stringify(resource, undefined, 2)}\n`;
}

/** Single quotes of a POSIX shell keep everything; a single quote itself ends them for a moment. */
function az(formula: string): string {
  const quoted = `'${formula.replaceAll("'", "'\\''")}'`;
  return `az batch pool autoscale enable \\
  --pool-id pool \\
  --auto-scale-evaluation-interval ${interval} \\
  --auto-scale-formula ${quoted}
`;
}

function python(formula: string): string {
  const escaped = formula.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"');
  return `client.pool.enable_auto_scale(
    "pool",
    auto_scale_formula="""\\
${escaped}""",
)
`;
}

function pool(formula: string): string {
  const body = {
    id: 'pool',
    enableAutoScale: true,
    autoScaleEvaluationInterval: interval,
    autoScaleFormula: formula,
  };
  return `${JSON.stringify(body, undefined, 2)}\n`;
}
