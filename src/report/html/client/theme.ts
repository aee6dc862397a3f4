import type { PageColour } from '../page-data.js';

/** Colours as the style sheet has them for the current colour scheme. */
export interface Theme {
  readonly text: string;
  readonly faint: string;
  readonly grid: string;
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
    colour: (colour) =>
      read(
        typeof colour === 'string' ? `c-${colour}` : `c-${(colour.formula % formulaColours) + 1}`,
      ),
  };
}

/** Calls back when the colours change: another colour scheme, or paper, which is light. */
export function onThemeChange(redraw: () => void): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  const root = document.documentElement;
  window.addEventListener('beforeprint', () => {
    root.classList.add('paper');
    redraw();
  });
  window.addEventListener('afterprint', () => {
    root.classList.remove('paper');
    redraw();
  });
}
