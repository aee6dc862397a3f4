import type { Monaco } from './monaco.js';

export type Appearance = 'light' | 'dark';

export function themeName(appearance: Appearance): string {
  return `poolscale-${appearance}`;
}

interface Colours {
  readonly name: Appearance;
  readonly base: 'vs' | 'vs-dark';
  readonly rules: Readonly<Record<string, string>>;
  readonly background: string;
  /** Of hints between the words. */
  readonly hint: string;
}

/** Contrast of each colour with its background is at least 4.5. */
const schemes: readonly Colours[] = [
  {
    name: 'light',
    base: 'vs',
    background: '#ffffff',
    hint: '#55616e',
    rules: {
      comment: '4f6b4f',
      string: '9a3412',
      number: '0b6e4f',
      operator: '444444',
      variable: '24292f',
      'variable.defaultLibrary': '0550ae',
      function: '6f42c1',
      method: '6f42c1',
      property: '6f42c1',
      enumMember: '8a4600',
    },
  },
  {
    name: 'dark',
    base: 'vs-dark',
    background: '#16181d',
    hint: '#9fabb8',
    rules: {
      comment: '8fae8f',
      string: 'f0a581',
      number: '8fd6b5',
      operator: 'c8ccd4',
      variable: 'e3e6eb',
      'variable.defaultLibrary': '79b8ff',
      function: 'd2a8ff',
      method: 'd2a8ff',
      property: 'd2a8ff',
      enumMember: 'f2c078',
    },
  },
];

export function defineThemes(monaco: Monaco): void {
  for (const { name, base, rules, background, hint } of schemes) {
    monaco.editor.defineTheme(themeName(name), {
      base,
      inherit: true,
      rules: Object.entries(rules).map(([token, foreground]) => ({ token, foreground })),
      colors: {
        'editor.background': background,
        'editorInlayHint.background': background,
        'editorInlayHint.foreground': hint,
      },
    });
  }
}
