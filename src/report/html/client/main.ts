import type { PageData } from '../page-data.js';
import { chartsSection } from './charts.js';
import { element } from './element.js';
import { figureTable } from './figure-table.js';
import { momentsSection } from './moments-section.js';
import { runsSection } from './runs-section.js';
import { followColourScheme } from './theme.js';

function header({ title, facts }: PageData): HTMLElement {
  const list = element('dl', 'facts');
  for (const { label, text } of facts) {
    list.append(element('div', '', element('dt', '', label), element('dd', '', text)));
  }
  return element('header', '', element('h1', '', title), list);
}

function notesSection({ notes }: PageData): HTMLElement | undefined {
  if (notes.length === 0) return undefined;
  const items = ['warning', 'info'].flatMap((severity) =>
    notes
      .filter((note) => note.severity === severity)
      .map(({ text }) => element('li', severity, text)),
  );
  return element('section', 'notes', element('h2', '', 'Notes'), element('ul', '', ...items));
}

function assertionsSection({ assertions }: PageData): HTMLElement | undefined {
  if (assertions.length === 0) return undefined;
  const items = assertions.map(({ expression, formula, measured, holds }) =>
    element(
      'li',
      holds ? 'holds' : 'fails',
      element('strong', '', holds ? 'holds' : 'fails'),
      ' ',
      element('code', '', expression),
      ` measured ${measured}${formula === undefined ? '' : `, ${formula}`}`,
    ),
  );
  return element(
    'section',
    'assertions',
    element('h2', '', 'Assertions'),
    element('ul', '', ...items),
  );
}

function tablesSection({ tables }: PageData): HTMLElement {
  return element('section', 'figures', ...tables.map(figureTable));
}

function formulasSection({ formulas }: PageData): HTMLElement | undefined {
  if (formulas.length === 0) return undefined;
  const details = formulas.map(({ title, text }) =>
    element('details', '', element('summary', '', title), element('pre', '', text)),
  );
  return element('section', 'formulas', element('h2', '', 'Formulas'), ...details);
}

followColourScheme();
const data = JSON.parse(document.getElementById('data')!.textContent) as PageData;
const sections = [
  header(data),
  assertionsSection(data),
  tablesSection(data),
  notesSection(data),
  chartsSection(data),
  momentsSection(data),
  runsSection(data),
  formulasSection(data),
];
document
  .getElementById('report')!
  .replaceChildren(...sections.filter((section) => section !== undefined));
