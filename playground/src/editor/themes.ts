import type { Monaco } from './monaco-api.js';

export type Appearance = 'light' | 'dark';

export function themeName(appearance: Appearance): string {
  return `poolscale-${appearance}`;
}

interface Colours {
  readonly name: Appearance;
  readonly base: 'vs' | 'vs-dark';
  readonly rules: Readonly<Record<string, string>>;
  /** That of the page: `--page` in palette.css. */
  readonly background: string;
  /** Of lists and hovers above the text. */
  readonly panel: string;
  readonly border: string;
  /** Of hints between the words. */
  readonly hint: string;
}

/** Contrast of each colour with its background is at least 4.5. */
const schemes: readonly Colours[] = [
  {
    name: 'light',
    base: 'vs',
    background: '#ffffff',
    panel: '#f6f7f9',
    border: '#d9dee4',
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
    background: '#12171d',
    panel: '#1a2129',
    border: '#323c47',
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
  for (const { name, base, rules, background, panel, border, hint } of schemes) {
    monaco.editor.defineTheme(themeName(name), {
      base,
      inherit: true,
      rules: Object.entries(rules).map(([token, foreground]) => ({ token, foreground })),
      colors: {
        'editor.background': background,
        'editorInlayHint.background': background,
        'editorWidget.background': panel,
        'editorWidget.border': border,
        'editorHoverWidget.background': panel,
        'editorHoverWidget.border': border,
        'editorSuggestWidget.background': panel,
        'editorSuggestWidget.border': border,
        'editorInlayHint.foreground': hint,
      },
    });
  }
}
