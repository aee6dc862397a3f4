/** Names of properties, arguments, variables and parameters whose value is a formula, in the spelling of any host. */
const formulaName = /auto[-_]?scale[-_]?formula/i;

export function isFormulaName(name: string): boolean {
  return formulaName.test(name);
}

/** A comment that marks the string after it as a formula, in the form that JetBrains and other editors know. */
export function isMarker(comment: string): boolean {
  return /\blanguage\s*=\s*(?:batch-)?autoscale\b/i.test(comment);
}

const assignsTarget = /(?:^|[;\n}])\s*\$Target(?:Dedicated|LowPriority)(?:Nodes)?\s*=(?!=)/i;

/** Whether a text sets a target: a formula, whatever its name. */
export function setsTarget(text: string): boolean {
  return assignsTarget.test(text);
}

/** Whether a text can be meant as a formula: not the name of a preset (`QUEUE`), a path, or nothing at all. */
export function looksLikeFormula(text: string): boolean {
  return /[=;$]/.test(text);
}

/** The resource type under which the service's own templates describe pools, with or without a version. */
export function isPoolType(type: string): boolean {
  return /^Microsoft\.Batch\/batchAccounts\/pools(?:@.*)?$/i.test(type.trim());
}
