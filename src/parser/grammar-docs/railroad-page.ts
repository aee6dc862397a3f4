import type { GrammarRule } from './grammar-rules.js';
import { escapeXml, shapeOf } from './railroad-shape.js';

const style = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color-scheme: light dark; }
h2 { font-size: 1rem; margin: 1.5rem 0 0.25rem; }
svg { max-width: 100%; height: auto; }
path { fill: none; stroke: currentColor; stroke-width: 1.5; }
rect { stroke: currentColor; stroke-width: 1.5; fill: #dbe7f7; }
rect.reference { fill: #f1ead7; }
text { font: 13px ui-monospace, monospace; text-anchor: middle; fill: #111; }
`;

const margin = 20;

function diagram({ name, production }: GrammarRule): string {
  const shape = shapeOf(production);
  const width = shape.width + 2 * margin;
  const height = shape.up + shape.down + margin;
  const y = shape.up + margin / 2;
  const ends = `<path d="M5 ${y - 8}v16M5 ${y}H${margin}M${margin + shape.width} ${y}H${width - 5}m0 -8v16"/>`;
  return [
    `<h2 id="${name}">${name}</h2>`,
    `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(name)}">`,
    `${ends}${shape.draw(margin, y)}</svg>`,
  ].join('\n');
}

/** One page with a diagram of each rule; it needs nothing else, neither a script nor a network. */
export function railroadPage(rules: readonly GrammarRule[]): string {
  return `<!doctype html>
<!-- Written by scripts/generate-grammar.mjs from the parser. Not for editing. -->
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Grammar of Azure Batch autoscale formulas</title>
<style>${style}</style>
<h1>Grammar of Azure Batch autoscale formulas</h1>
<p>Round boxes are text as written, square ones are rules and tokens. White space and comments (<code>// to the end of the line</code>) may stand between any two tokens.</p>
${rules.map(diagram).join('\n')}
<h2 id="Identifier">Identifier</h2>
<p>A letter or <code>_</code>, then letters, digits and <code>_</code>; <code>$</code> may stand in front.</p>
<h2 id="PlainNumber">PlainNumber</h2>
<p>Digits, and a fraction after a point if any: <code>25</code>, <code>0.7</code>.</p>
<h2 id="Text">Text</h2>
<p>Anything but a quote or the end of the line between double quotes.</p>
</html>
`;
}
