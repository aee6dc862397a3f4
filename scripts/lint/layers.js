/**
 * The folders of src/, lowest first. A folder may import from itself and from folders earlier in this
 * list, never from a later one. ESLint enforces it (layerRules); test/lint proves that it does.
 */
export const layers = [
  'base',
  'profile',
  'language',
  'lexer',
  'parser',
  'checker',
  'metrics',
  'evaluator',
  'workload',
  'pricing',
  'simulator',
  'scenario',
  'extract',
  'formula-test',
  'lint',
  'experiment',
  'language-service',
  'report',
  'language-server',
  'cli',
];

/** Folders that may open files and use Node's own modules; everything else must run in a browser. */
const nodeFolders = new Set(['cli', 'language-server']);

const noNodeModules = {
  group: ['node:*'],
  message:
    'Only cli, language-server and *.node.ts files may use Node modules; the rest runs in browsers.',
};

function forbiddenFolders(layer) {
  return layers.slice(layers.indexOf(layer) + 1).map((later) => ({
    regex: `^(\\.\\./)+${later}/`,
    message: `src/${layer} is below src/${later}: imports go only to earlier layers.`,
  }));
}

export const layerRules = layers.flatMap((layer) => {
  const forbidden = forbiddenFolders(layer);
  const rule = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
  if (nodeFolders.has(layer)) {
    return [{ files: [`src/${layer}/**/*.ts`], rules: rule(forbidden) }];
  }
  return [
    {
      files: [`src/${layer}/**/*.ts`],
      ignores: ['**/*.node.ts'],
      rules: rule([...forbidden, noNodeModules]),
    },
    { files: [`src/${layer}/**/*.node.ts`], rules: rule(forbidden) },
  ];
});
