/**
 * The states of every control: what lies under the pointer, has the focus, is held down, chosen or cannot be used looks different,
 * and what is held down, chosen or cannot be used not by its colour alone.
 */
import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openImport, useAtlas } from './atlas.ts';

const { visit } = useAtlas();

const CONTROLS = 'button, a[href], select, summary, input, textarea, [role=tab], [role=separator], [role=slider]';
/** What a state may change; the first of them are seen without colours, too. */
const SHAPES = ['borderTopStyle', 'borderTopWidth', 'borderBottomWidth', 'outlineStyle', 'fontWeight', 'boxShadow'] as const;
const SHADES = [
  'backgroundColor',
  'borderTopColor',
  'borderBottomColor',
  'color',
  'textDecorationLine',
  'textDecorationThickness',
  'textDecorationStyle',
  'cursor',
] as const;

/** Marks one control of each kind that is seen, and tells what kinds there are. A kind is the element, its role and its classes. */
const pick = (page: Page): Promise<string[]> =>
  page.evaluate((controls) => {
    for (const node of document.querySelectorAll('[data-try]')) node.removeAttribute('data-try');
    const kinds = new Map<string, Element>();
    for (const node of document.querySelectorAll(controls)) {
      if (
        !node.checkVisibility({ visibilityProperty: true }) ||
        node.closest('.maplibregl-control-container, .sr-only, .skip, .grip')
      )
        continue;
      if (node.matches(':disabled, [type=file], [type=range]')) continue;
      const classes = [...node.classList].filter((name) => !name.startsWith('svelte-'));
      const around = [...(node.closest('[class*=svelte-]')?.classList ?? [])].find((name) => name.startsWith('svelte-'));
      const kind = [
        node.localName,
        node.getAttribute('role') ?? '',
        node.getAttribute('type') ?? '',
        ...classes,
        around ?? '',
      ].join(' ');
      if (!kinds.has(kind)) kinds.set(kind, node);
    }
    [...kinds.values()].forEach((node, i) => node.setAttribute('data-try', String(i)));
    return [...kinds.entries()].map(([kind, node]) => `${kind}: ${(node.textContent ?? '').trim().slice(0, 24)}`);
  }, CONTROLS);

/** How a control, what is drawn with it and what it lies in look. */
const look = (page: Page, i: number): Promise<string> =>
  page.evaluate(
    ({ i, names }) => {
      const node = document.querySelector(`[data-try="${i}"]`)!;
      const seen: (readonly [Element, string?])[] = [[node], [node, '::before'], [node, '::after']];
      for (const inner of node.querySelectorAll('*')) seen.push([inner]);
      for (let at = node.parentElement, n = 0; at && n < 3; at = at.parentElement, n += 1) seen.push([at]);
      return seen
        .map(([one, pseudo]) => {
          const style = getComputedStyle(one, pseudo);
          return [...names.map((name) => style[name]), style.insetInlineStart, style.height].join();
        })
        .join('|');
    },
    { i, names: [...SHAPES, ...SHADES] },
  );

/** Forces a state on a control and all that it lies in, as a pointer does. */
async function force(cdp: CDPSession, i: number, states: string[]): Promise<void> {
  const { root } = await cdp.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector: `[data-try="${i}"]` });
  await cdp.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: states });
  for (const selector of ['li', 'label', '.choice', '.card']) {
    const around = `${selector}:has([data-try="${i}"])`;
    const { nodeIds } = await cdp.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: around });
    for (const id of nodeIds) await cdp.send('CSS.forcePseudoState', { nodeId: id, forcedPseudoClasses: states.slice(0, 2) });
  }
}

/** What does not show which of its states, a line each. */
async function findMissing(page: Page): Promise<string[]> {
  // What the page has given the focus to is looked at without it, too.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  const kinds = await pick(page);
  expect(kinds.length).toBeGreaterThan(5);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('DOM.enable');
  await cdp.send('CSS.enable');
  const missing: string[] = [];
  for (const [i, kind] of kinds.entries()) {
    const looks: string[] = [];
    for (const states of [[], ['hover'], ['hover', 'active'], ['focus', 'focus-visible']]) {
      await force(cdp, i, states);
      looks.push(await look(page, i));
    }
    await force(cdp, i, []);
    const [rest, hovered, pressed, focused] = looks;
    // The browser draws those of boxes and circles itself.
    const isNative = /^input {2}(checkbox|radio)/.test(kind);
    if (!isNative && hovered === rest) missing.push(`${kind}: hover`);
    // What is written in has the focus as soon as it is pressed.
    const isWritten = /^(textarea|input \S* (text|search))/.test(kind);
    if (!isNative && !isWritten && pressed === hovered) missing.push(`${kind}: pressed`);
    if (focused === rest) missing.push(`${kind}: focus`);
  }
  await cdp.detach();
  return missing;
}

/** Chosen, and not chosen beside it: both seen without colours. */
const findAlike = (page: Page): Promise<string[]> =>
  page.evaluate(
    (shapes) => {
      const shape = (node: Element) => shapes.map((name) => getComputedStyle(node)[name]).join();
      const chosen = '[aria-pressed=true], [aria-selected=true], nav > [aria-current]';
      return [...document.querySelectorAll(chosen)].flatMap((node) => {
        const others = [...(node.parentElement?.children ?? [])].filter(
          (other) => other !== node && other.localName === node.localName && !other.matches(chosen),
        );
        return others.some((other) => shape(other) === shape(node))
          ? [`${node.localName} ${node.className}: ${node.textContent.slice(0, 40)}`]
          : [];
      });
    },
    [...SHAPES],
  );

describe('a control shows that it is pointed at, has the focus and is held down', () => {
  it.each([
    ['on the first page', ''],
    ['on the page of a route', '?select=btk'],
    ['in the finder', '?panel=compare&from=xian&to=kars&way=1'],
    ['in a comparison', '?panel=compare&compare=ew-btk,ew-poti'],
    ['in the article', '?panel=article'],
    ['in a claim', '?panel=claims&select=C01'],
    ['on the timeline', '?panel=events'],
    ['among shipments', '?panel=shipments'],
  ])('%s', async (_, path) => {
    const page = await visit(path);
    expect(await findMissing(page)).toEqual([]);
    expect(await findAlike(page)).toEqual([]);
  });

  it('in the dialogs', async () => {
    const page = await visit('?theme=dark');
    await openImport(page);
    await page.getByRole('dialog', { name: 'Add your own routes' }).waitFor();
    expect(await findMissing(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await findMissing(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });
});

it('how many are compared is read in forced colours, too, with an edge round it', async () => {
  const page = await visit('?panel=compare&tool=compare&compare=ew-btk,northern', { forcedColors: 'active' });
  const count = page
    .getByRole('group', { name: 'Find or compare' })
    .getByRole('button', { name: /^Compare/ })
    .locator('.badge');
  const look = await count.evaluate((badge) => {
    const { color, borderTopColor, backgroundColor } = getComputedStyle(badge);
    const { backgroundColor: behind } = getComputedStyle(badge.parentElement!);
    return { color, borderTopColor, backgroundColor, behind };
  });
  expect(look.backgroundColor).toBe('rgba(0, 0, 0, 0)');
  expect(look.color).not.toBe(look.behind);
  expect(look.borderTopColor).toBe(look.color);
  await expect
    .poll(() =>
      page
        .getByRole('tab', { name: /^Compare/ })
        .locator('.count')
        .evaluate((one) => getComputedStyle(one).outlineStyle),
    )
    .toBe('solid');
});

it('what cannot be used has a broken frame', async () => {
  const page = await visit('?panel=compare');
  const styles = await page.evaluate(() =>
    ['button', 'select'].flatMap((name) =>
      ['', 'button', 'field'].map((classes) => {
        const node = document.createElement(name) as HTMLButtonElement | HTMLSelectElement;
        node.className = classes;
        node.disabled = true;
        document.querySelector('#panel')!.append(node);
        const { borderTopStyle, outlineStyle } = getComputedStyle(node);
        node.remove();
        return `${name}.${classes} ${[borderTopStyle, outlineStyle].includes('dashed') ? 'broken' : 'whole'}`;
      }),
    ),
  );
  expect(styles.filter((style) => style.endsWith('whole'))).toEqual([]);
});
