import { expect, it } from 'vitest';
import { axe, PHONE, useAtlas } from './atlas.ts';

const { visit } = useAtlas();

it('the claims stand with their verdicts, open with what they rest on, and lead to article, features and comparison', async () => {
  const page = await visit('?panel=claims');
  const claims = page.locator('#panel ol > li');
  await claims.first().waitFor();
  await expect.poll(() => claims.count()).toBe(14);
  const verdicts = () => claims.locator('h3 .verdict').allInnerTexts();
  await expect.poll(async () => new Set((await verdicts()).map((words) => words.trim())).size).toBe(4);

  const first = page.getByRole('button', { name: /shortest rail connection/ });
  await expect.poll(() => first.getAttribute('aria-expanded')).toBe('false');
  await first.click();
  await expect.poll(() => first.getAttribute('aria-expanded')).toBe('true');
  await expect.poll(() => new URL(page.url()).searchParams.get('select')).toBe('C01');
  // At once the verdict in a sentence, and its cases to choose from.
  await page
    .getByText(/^True for Baku\s– Kars \(Rail · open today\) and 1 more; not for Moscow\s– Sirkeci \(Istanbul\) and 4 more\./)
    .waitFor();
  const cases = page.getByRole('group', { name: 'Cases' }).getByRole('button');
  await expect.poll(() => cases.count()).toBe(10);
  await cases.filter({ hasText: 'Duisburg' }).click();
  await expect.poll(() => page.locator('#claim-C01 dl').innerText()).toMatch(/Via this railway\s+1\d,\d{3}\skm/);
  await page.getByText('All 10 cases in a table').click();
  const table = page.getByRole('table');
  await expect.poll(() => table.locator('tbody tr').count()).toBe(10);
  const rows = (await table.locator('tbody tr').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  expect(rows.find((row) => row.includes('Duisburg'))).toMatch(
    /1\d,\d{3} km \(1\d,\d{3}–\u20601\d,\d{3}\).*9,\d{3} km \(9,\d{3}–\u20609,\d{3}\) China · Kazakhstan · Russia .*not true/,
  );
  expect(rows[0]).toMatch(/Baku\s– Kars Rail · open today .*826\skm \(822–\u2060850\) .*true/);
  expect(rows[1]).toMatch(/826\skm \(822–\u2060850\) .*a tie: the lengths are too close to call/);

  expect(await axe(page)).toEqual([]);

  await page.getByRole('button', { name: 'Compare the routes of this claim' }).click();
  await expect
    .poll(() => new URL(page.url()).searchParams.get('compare'))
    .toBe('ew-btk,northern,path:xian:sirkeci:no-sea.no-road.open,btk,tripp');
  await page.goBack();

  await page.getByRole('button', { name: 'Paragraph 19' }).click();
  await page.locator('#p-19.asked').waitFor();
  const tested = page.getByRole('group', { name: 'Claims of paragraph 19, put to the test' });
  await expect.poll(() => tested.getByRole('listitem').count()).toBe(3);
  await tested.getByRole('link', { name: /benefits Azerbaijan/ }).click();
  await page.locator('#claim-C08.open').waitFor();
  await page.getByText('All 3 cases in a table').click();
  await expect.poll(async () => (await page.getByRole('row').allInnerTexts()).join(' ')).toMatch(/Georgia\s+230\skm/);

  await page.getByText('Data used').click();
  await page.locator('#claim-C08').getByRole('link', { name: 'Baku–Tbilisi–Kars railway', exact: true }).click();
  await page.getByRole('heading', { level: 3, name: 'Claims about it' }).waitFor();
});

it('a case that is an event is pointed out on the map by its sign, which the key explains', async () => {
  const page = await visit('?panel=claims&select=C03');
  await page.getByRole('group', { name: 'Legend' }).getByText('Memorandum').waitFor();
  await visit('?panel=claims');
  await expect.poll(() => page.getByRole('group', { name: 'Legend' }).getByText('Memorandum').count()).toBe(0);
});

it('a claim has an address of its own, in other languages and on a phone without sideways scrolling', async () => {
  const page = await visit('?select=C10&panel=claims&lang=ru', { viewport: PHONE });
  await page.getByRole('heading', { level: 2, name: 'Проверка утверждений статьи' }).waitFor();
  const claim = page.locator('#claim-C10.open');
  await claim.waitFor();
  await expect.poll(() => claim.innerText()).toMatch(/Верно: .*действующие сегодня[\s\S]*Неверно: /);
  await claim.getByRole('group', { name: 'Случаи' }).getByRole('button').nth(2).click();
  await expect.poll(() => claim.innerText()).toMatch(/162\sкм/);
  await expect
    .poll(() => page.locator('#panel').evaluate((panel) => panel.scrollWidth - panel.clientWidth))
    .toBeLessThanOrEqual(0);
});
