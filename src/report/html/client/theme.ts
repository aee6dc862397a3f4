import type { PageColour } from '../page-data.js';

/** Colours as the style sheet has them for the current colour scheme. */
export interface Theme {
  readonly text: string;
  readonly faint: string;
  readonly grid: string;
  /** Of what went wrong. */
  readonly worse: string;
  readonly page: string;
  readonly colour: (colour: PageColour) => string;
}

/** Formulas beyond these share colours. */
const formulaColours = 8;

export function currentTheme(): Theme {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    text: read('text'),
    faint: read('faint'),
    grid: read('grid'),
    worse: read('worse'),
    page: read('page'),
    colour: (colour) =>
      read(
        typeof colour === 'string' ? `c-${colour}` : `c-${(colour.formula % formulaColours) + 1}`,
      ),
  };
}

const redraws: (() => void)[] = [];

/** Calls back when the colours change. */
export function onThemeChange(redraw: () => void): void {
  redraws.push(redraw);
}

/** Shows the colour scheme that the reader prefers; paper is light. */
export function followColourScheme(): void {
  const preferred = matchMedia('(prefers-color-scheme: dark)');
  const show = (dark: boolean): void => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    for (const redraw of redraws) redraw();
  };
  const follow = (): void => {
    show(preferred.matches);
  };
  follow();
  preferred.addEventListener('change', follow);
  window.addEventListener('afterprint', follow);
  window.addEventListener('beforeprint', () => {
    show(false);
  });
}
