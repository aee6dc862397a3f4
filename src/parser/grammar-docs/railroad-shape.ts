import type { Production } from './grammar-rules.js';

/** A part of a diagram: a track enters on the left and leaves on the right at the same height. Lengths are pixels. */
export interface Shape {
  readonly width: number;
  /** Room above and below the track. */
  readonly up: number;
  readonly down: number;
  /** SVG elements with the track entering at (x, y). */
  readonly draw: (x: number, y: number) => string;
}

const radius = 10;
const gap = 10;
const characterWidth = 8;
const boxHeight = 22;

/** The diagram of a production. */
export function shapeOf(production: Production): Shape {
  switch (production.kind) {
    case 'literal':
      return box(production.text, 'literal', boxHeight / 2);
    case 'reference':
      return box(production.name, 'reference', 0);
    case 'sequence':
      return inSequence(production.parts.map(shapeOf));
    case 'choice':
      return choice(production.alternatives.map(shapeOf));
    case 'optional':
      return withBypass(shapeOf(production.content));
    case 'repetition': {
      const { content, separator } = production;
      const loop = withLoop(
        shapeOf(content),
        separator === undefined ? noStop : shapeOf(separator),
      );
      // An optional element between separators needs no second way past it.
      return separator !== undefined && content.kind === 'optional' ? loop : withBypass(loop);
    }
  }
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function track(path: string): string {
  return `<path d="${path}"/>`;
}

/** A piece of track without a stop. */
const noStop: Shape = { width: 0, up: 0, down: 0, draw: () => '' };

function box(text: string, kind: 'literal' | 'reference', corner: number): Shape {
  const width = text.length * characterWidth + 2 * gap;
  const half = boxHeight / 2;
  return {
    width,
    up: half,
    down: half,
    draw(x, y) {
      const rectangle = `<rect x="${x}" y="${y - half}" width="${width}" height="${boxHeight}" rx="${corner}" class="${kind}"/>`;
      const label = `<text x="${x + width / 2}" y="${y + 4}">${escapeXml(text)}</text>`;
      return kind === 'literal'
        ? `${rectangle}${label}`
        : `<a href="#${text}">${rectangle}${label}</a>`;
    },
  };
}

function inSequence(parts: readonly Shape[]): Shape {
  return {
    width: parts.reduce((sum, { width }) => sum + width, 0) + gap * (parts.length - 1),
    up: Math.max(...parts.map(({ up }) => up)),
    down: Math.max(...parts.map(({ down }) => down)),
    draw(x, y) {
      let at = x;
      return parts
        .map((part, index) => {
          const joint = index === 0 ? '' : track(`M${at} ${y}h${gap}`);
          if (index > 0) at += gap;
          const drawn = joint + part.draw(at, y);
          at += part.width;
          return drawn;
        })
        .join('');
    },
  };
}

/** The first alternative on the track, the others below it. */
function choice(alternatives: readonly Shape[]): Shape {
  const inner = Math.max(...alternatives.map(({ width }) => width));
  const offsets: number[] = [];
  let below = 0;
  for (const [index, { up, down }] of alternatives.entries()) {
    const offset = index === 0 ? 0 : Math.max(2 * radius, below + gap + up);
    offsets.push(offset);
    below = offset + down;
  }
  return {
    width: inner + 4 * radius,
    up: alternatives[0]!.up,
    down: below,
    draw(x, y) {
      return alternatives
        .map((shape, index) => {
          const depth = offsets[index]!;
          const rest = inner - shape.width;
          const right = x + 2 * radius + shape.width;
          const straight = depth - 2 * radius;
          const enter =
            index === 0
              ? `M${x} ${y}h${2 * radius}`
              : `M${x} ${y}a10 10 0 0 1 10 10v${straight}a10 10 0 0 0 10 10`;
          const leave =
            index === 0
              ? `M${right} ${y}h${rest + 2 * radius}`
              : `M${right} ${y + depth}h${rest}a10 10 0 0 0 10 -10v${-straight}a10 10 0 0 1 10 -10`;
          return track(enter) + shape.draw(x + 2 * radius, y + depth) + track(leave);
        })
        .join('');
    },
  };
}

function withBypass(content: Shape): Shape {
  const height = Math.max(2 * radius, content.up + gap);
  const straight = height - 2 * radius;
  return {
    width: content.width + 4 * radius,
    up: height,
    down: content.down,
    draw(x, y) {
      const right = x + 2 * radius + content.width;
      const over = `M${x} ${y}a10 10 0 0 0 10 -10v${-straight}a10 10 0 0 1 10 -10h${content.width}a10 10 0 0 1 10 10v${straight}a10 10 0 0 0 10 10`;
      const through = `M${x} ${y}h${2 * radius}M${right} ${y}h${2 * radius}`;
      return track(over) + track(through) + content.draw(x + 2 * radius, y);
    },
  };
}

/** Once or more often; the way back below leads through the separator. */
function withLoop(content: Shape, separator: Shape): Shape {
  const inner = Math.max(content.width, separator.width);
  const depth = Math.max(2 * radius, content.down + gap + separator.up);
  const straight = depth - 2 * radius;
  return {
    width: inner + 2 * radius,
    up: content.up,
    down: depth + separator.down,
    draw(x, y) {
      const left = x + radius;
      const right = left + inner;
      const end = left + content.width;
      const stop = left + (inner - separator.width) / 2;
      const through = `M${x} ${y}h${radius}M${end} ${y}H${right + radius}`;
      const back = `M${right} ${y}a10 10 0 0 1 10 10v${straight}a10 10 0 0 1 -10 10H${stop + separator.width}M${stop} ${y + depth}H${left}a10 10 0 0 1 -10 -10v${-straight}a10 10 0 0 1 10 -10`;
      return track(through) + track(back) + content.draw(left, y) + separator.draw(stop, y + depth);
    },
  };
}
