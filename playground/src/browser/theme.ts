import { effect } from '@preact/signals';

import type { Store } from '../state/store.js';

const key = 'poolscale-theme';

/** The theme that was chosen here before, else that of the system. */
export function startTheme({ theme }: Store): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = readChoice();
  theme.value = chosen ?? (system.matches ? 'dark' : 'light');
  system.addEventListener('change', () => {
    if (readChoice() === undefined) theme.value = system.matches ? 'dark' : 'light';
  });
  effect(() => {
    document.documentElement.dataset['theme'] = theme.value;
  });
}

export function switchTheme({ theme }: Store): void {
  theme.value = theme.value === 'dark' ? 'light' : 'dark';
  try {
    localStorage.setItem(key, theme.value);
  } catch {
    // A page without storage forgets the choice.
  }
}

function readChoice(): 'light' | 'dark' | undefined {
  try {
    const text = localStorage.getItem(key);
    return text === 'light' || text === 'dark' ? text : undefined;
  } catch {
    return undefined;
  }
}
