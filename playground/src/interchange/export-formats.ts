import { quotedBicep, quotedPython, quotedShell } from './quoting.js';
import { terraformValue } from './terraform-value.js';

export type ExportFormat = 'terraform' | 'bicep' | 'arm' | 'az' | 'python' | 'pool';

export interface ExportRow {
  readonly format: ExportFormat;
  readonly title: string;
  readonly write: (formula: string) => string;
}

/** A formula as the files of other tools hold it, quoted by their rules: read back, it is the same text to the character. */
export const exportFormats: readonly ExportRow[] = [
  { format: 'terraform', title: 'Terraform', write: terraform },
  { format: 'bicep', title: 'Bicep', write: bicep },
  { format: 'arm', title: 'ARM template', write: arm },
  { format: 'az', title: 'az CLI', write: az },
  { format: 'python', title: 'Python', write: python },
  { format: 'pool', title: 'Batch pool JSON', write: pool },
];

const interval = 'PT5M';

function terraform(formula: string): string {
  return `resource "azurerm_batch_pool" "pool" {
  auto_scale {
    evaluation_interval = "${interval}"
    formula             = ${terraformValue(formula)}
  }
}
`;
}

function bicep(formula: string): string {
  return `resource pool 'Microsoft.Batch/batchAccounts/pools@2024-07-01' = {
  parent: account
  name: 'pool'
  properties: {
    scaleSettings: {
      autoScale: {
        evaluationInterval: '${interval}'
        formula: ${quotedBicep(formula)}
      }
    }
  }
}
`;
}

/** A string in brackets would be read as an expression of the template language. */
function arm(formula: string): string {
  const isBracketed = formula.startsWith('[') && formula.endsWith(']');
  const resource = {
    type: 'Microsoft.Batch/batchAccounts/pools',
    apiVersion: '2024-07-01',
    name: "[concat(parameters('account'), '/pool')]",
    properties: {
      scaleSettings: {
        autoScale: {
          evaluationInterval: interval,
          formula: isBracketed ? `[${formula}` : formula,
        },
      },
    },
  };
  return `${JSON.stringify(resource, undefined, 2)}\n`;
}

function az(formula: string): string {
  return `az batch pool autoscale enable \\
  --pool-id pool \\
  --auto-scale-evaluation-interval ${interval} \\
  --auto-scale-formula ${quotedShell(formula)}
`;
}

function python(formula: string): string {
  return `client.pool.enable_auto_scale(
    "pool",
    auto_scale_formula=${quotedPython(formula)},
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
