import { clientScript, clientScriptHash, styleSheet, styleSheetHash } from './assets.generated.js';
import type { PageData } from './page-data.js';

const entities: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[<>&"']/g, (character) => entities[character]!);
}

/**
 * JSON that may stand in a script element: no `<`, `>`, `&` that HTML could take for its own, no line separators that old
 * JavaScript would trip over. The value is the same once parsed.
 */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A report: one file without references to others, so that it can be mailed, archived and opened from disk. */
export function renderPage(data: PageData): string {
  // Whatever an id may smuggle in, the browser runs and loads nothing but our own script and style.
  const policy = [
    "default-src 'none'",
    `script-src '${clientScriptHash}'`,
    `style-src '${styleSheetHash}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="poolscale">
<link rel="icon" href="data:,">
<title>${escapeHtml(data.title)}</title>
<style>${styleSheet}</style>
</head>
<body>
<main id="report"><noscript>This report draws its charts and tables with JavaScript, from the data in this file.</noscript></main>
<script type="application/json" id="data">${jsonForHtml(data)}</script>
<script>${clientScript}</script>
</body>
</html>
`;
}
