/** The states of controls that are seen without colours, too. */
import { expect, it } from 'vitest';
import { useAtlas } from './atlas.ts';

const { open } = useAtlas();

it('what cannot be used has a broken frame', async () => {
  const { page, close } = await open('?panel=compare');
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
  await close();
});
