import { expect, it } from 'vitest';
import { openWordPress, readSecret } from '../../../src/embed/host/wordpress.ts';

const open = () => {
  const sent: unknown[] = [];
  const peer = { postMessage: (data: unknown) => sent.push(data) } as unknown as Window;
  return { sent, peer, wordpress: openWordPress(peer, 'aB3') };
};

it.each([
  ['#?secret=aB3', 'aB3'],
  ['#4/40/50?secret=aB3', 'aB3'],
  ['#?secret=', null],
  ['#?secret=<b>', null],
  ['#4/40/50', null],
  ['', null],
])('reads the secret of WordPress from %s', (hash, secret) => {
  expect(readSecret(hash)).toBe(secret);
});

it('says height and links with the secret', () => {
  const { sent, wordpress } = open();
  wordpress.sendHeight(480);
  wordpress.sendLink('https://atlas.example/');
  expect(sent).toEqual([
    { message: 'height', value: 480, secret: 'aB3' },
    { message: 'link', value: 'https://atlas.example/', secret: 'aB3' },
  ]);
});

it('says the height once more to an article whose script came later, and to nobody else', () => {
  const { sent, peer, wordpress } = open();
  const ready = { message: 'ready', secret: 'aB3' };
  wordpress.receive({ data: ready, source: peer });
  expect(sent).toEqual([]);
  wordpress.sendHeight(480);
  wordpress.receive({ data: ready, source: {} });
  wordpress.receive({ data: { ...ready, secret: 'other' }, source: peer });
  wordpress.receive({ data: null, source: peer });
  expect(sent).toHaveLength(1);
  wordpress.receive({ data: ready, source: peer });
  expect(sent).toHaveLength(2);
});
