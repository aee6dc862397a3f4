import type { HostLanguage } from './embedded-formula.js';

const byExtension: ReadonlyMap<string, HostLanguage> = new Map([
  ['autoscale', 'autoscale'],
  ['formula', 'autoscale'],
  ['tf', 'terraform'],
  ['hcl', 'terraform'],
  ['tfvars', 'terraform'],
  ['tofu', 'terraform'],
  ['bicep', 'bicep'],
  ['bicepparam', 'bicep'],
  ['json', 'json'],
  ['jsonc', 'json'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['py', 'python'],
  ['cs', 'csharp'],
  ['csx', 'csharp'],
  ['ps1', 'powershell'],
  ['psm1', 'powershell'],
  ['psd1', 'powershell'],
  ['sh', 'bash'],
  ['bash', 'bash'],
  ['zsh', 'bash'],
  ['azcli', 'bash'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['mdx', 'markdown'],
]);

/** The language of a file by its name (`/` or `\` between folders, case of the extension ignored); undefined of other files. */
export function hostLanguageOf(path: string): HostLanguage | undefined {
  const name = path
    .slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
    .toLowerCase();
  if (name.endsWith('.tf.json') || name.endsWith('.tofu.json')) return 'terraform-json';
  const dot = name.lastIndexOf('.');
  return dot < 0 ? undefined : byExtension.get(name.slice(dot + 1));
}
