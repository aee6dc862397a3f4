import { expect, it } from 'vitest';

import { defaultScenario } from '../../playground/src/gallery/default-scenario.js';
import { encodeLink } from '../../playground/src/state/share-link.js';
import { describePlayground, nextSimulation, ready } from './playground-page.js';

const formula = '$TargetDedicatedNodes = 4;\n$NodeDeallocationOption = taskcompletion;\n';
const otherFormula = '$TargetDedicatedNodes = 6;\n$NodeDeallocationOption = taskcompletion;\n';
const scenario = `${defaultScenario}faults:
  - { kind: sampleLoss, poolId: pool, at: PT1H, for: PT30M }
  - { kind: nodeUnusable, poolId: pool, at: PT2H, count: 1, recovery: PT20M }
`;

describePlayground('faults and operations in the playground', ({ open }) => {
  it('charts mark them, the legend names the one that is looked at, a table lists all', async () => {
    const { page, context, errors } = await open(`#${encodeLink({ formula, scenario })}`);
    await ready(page);
    const rows = page.locator('.moments tbody tr');
    await rows.first().waitFor();
    const cells = (await rows.allInnerTexts()).map((row) => row.split('\t').map((it) => it.trim()));
    expect(cells).toEqual([
      ['1', '01:00:00', '2026-03-02 09:00:00', '30m', 'fault sampleLoss'],
      ['2', '02:00:00', '2026-03-02 10:00:00', '', 'fault nodeUnusable: 1 node'],
    ]);
    const heads = page.locator('.moments thead th');
    expect(await heads.evaluateAll((all) => all.map((head) => head.getAttribute('scope')))).toEqual(
      ['col', 'col', 'col', 'col', 'col'],
    );

    const time = page.locator('.u-legend .u-value').first();
    await page.getByLabel('evaluation').fill('12');
    await expect.poll(() => time.innerText()).toMatch(/^1h, .* UTC; 1 fault sampleLoss$/);
    const over = page.locator('.u-over').first();
    const { width } = (await over.boundingBox())!;
    const named = new Set<string>();
    for (let x = 0; x < width; x += 8) {
      await over.hover({ position: { x, y: 40 } });
      const found = /; (.*)$/.exec(await time.innerText())?.[1];
      if (found !== undefined) named.add(found);
    }
    expect([...named]).toEqual(['1 fault sampleLoss', '2 fault nodeUnusable: 1 node']);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('a comparison marks what both formulas met', async () => {
    const { page, context } = await open(`#${encodeLink({ formula, otherFormula, scenario })}`);
    await ready(page);
    await expect
      .poll(() => page.locator('.moments tbody td:last-child').allInnerTexts())
      .toEqual(['fault sampleLoss', 'fault nodeUnusable']);
    await nextSimulation(page, () => page.getByRole('button', { name: 'A/B' }).click());
    await page.getByText('fault nodeUnusable: 1 node').waitFor();
    await context.close();
  });
});
