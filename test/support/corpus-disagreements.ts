/** Why findings and labels of the public corpus disagree: by rule, then by the id of the formula. A label may be wrong. */
const reasons: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'weekend-number': {
    'shipyard-weekend-dedicated':
      'the condition is always false, so the number of Sunday makes no difference to it; condition-always-false-or-true reports it',
  },
  'keyword-in-variable': {
    'python-lower-targets':
      'has no label in the corpus: the misspelt deallocation option is a variable that holds a keyword',
  },
};

/** Rules that no label covers, with what all their findings have in common. */
const unlabelled: Readonly<Record<string, string>> = {
  'aggregate-of-empty-samples':
    'has no label in the corpus: max or min of samples that may be none',
  'divisor-may-be-zero':
    'has no label in the corpus: the pool may have no node, or the window no task',
  'sample-order-not-documented': 'has no label in the corpus: val() of several samples',
};

export function disagreementReason(rule: string, id: string): string | undefined {
  return reasons[rule]?.[id] ?? unlabelled[rule];
}
