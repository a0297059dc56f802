import { AxeBuilder } from '@axe-core/playwright';
import { expect, it } from 'vitest';
import { PHONE, useAtlas } from './atlas.ts';

const { open } = useAtlas();

it('the claims stand with their verdicts, open with what they rest on, and lead to article, features and comparison', async () => {
  const { page, close } = await open('?panel=claims', { live: false });
  const claims = page.locator('#panel ol > li');
  await claims.first().waitFor();
  expect(await claims.count()).toBe(14);
  const verdicts = await claims.locator('h3 .verdict').allInnerTexts();
  expect(new Set(verdicts.map((words) => words.trim())).size).toBe(4);

  const first = page.getByRole('button', { name: /shortest rail connection/ });
  expect(await first.getAttribute('aria-expanded')).toBe('false');
  await first.click();
  expect(await first.getAttribute('aria-expanded')).toBe('true');
  expect(new URL(page.url()).searchParams.get('select')).toBe('C01');
  const table = page.getByRole('table');
  const rows = (await table.locator('tbody tr').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  expect(rows).toHaveLength(10);
  expect(rows.find((row) => row.includes('Duisburg'))).toMatch(
    /9,\d{3} km China · Kazakhstan · Russia .* not on the way .*does not hold/,
  );
  expect(rows[0]).toMatch(/Baku – Kars Rail · open today .*821 km .*the same way .*holds/);
  expect(rows[1]).toMatch(/821 km \(\+60 km\)/);
  await page.getByText('It holds in 4 of the 10 cases.').waitFor();

  const { violations } = await new AxeBuilder({ page: page as never }).include('#panel').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);

  await page.getByRole('button', { name: 'Set side by side' }).click();
  expect(new URL(page.url()).searchParams.get('compare')).toBe('ew-btk,northern,path:xian:sirkeci:no-sea.no-road.open,btk,tripp');
  await page.goBack();

  await page.getByRole('button', { name: 'Paragraph 19' }).click();
  await page.locator('#p-19.asked').waitFor();
  const tested = page.getByRole('group', { name: 'Claims of paragraph 19, put to the test' });
  expect(await tested.getByRole('listitem').count()).toBe(3);
  await tested.getByRole('button', { name: /benefits Azerbaijan/ }).click();
  await page.locator('#claim-C08.open').waitFor();
  expect((await page.getByRole('row').allInnerTexts()).join(' ')).toMatch(/Georgia\s+248\skm/);

  await page.locator('#claim-C08').getByRole('button', { name: 'Baku–Tbilisi–Kars railway', exact: true }).click();
  await page.getByRole('heading', { level: 3, name: 'Claims about it' }).waitFor();
  await close();
});

it('a claim has an address of its own, in other languages and on a phone without sideways scrolling', async () => {
  const { page, close } = await open('?select=C10&panel=claims&lang=ru', { live: false, viewport: PHONE });
  await page.getByRole('heading', { level: 2, name: 'Проверка утверждений статьи' }).waitFor();
  const claim = page.locator('#claim-C10.open');
  await claim.waitFor();
  expect(await claim.innerText()).toMatch(/Верно в 2 случаях из 3/);
  expect(await claim.innerText()).toMatch(/155\sкм/);
  const wide = await page.locator('#panel').evaluate((panel) => panel.scrollWidth - panel.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await close();
});
