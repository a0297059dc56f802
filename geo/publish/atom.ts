import { createHash } from 'node:crypto';
import type { Change } from '../../src/core/dataset/schema/context/changes.ts';
import { formatUuid, writeAtom } from '../../src/core/feeds/atom.ts';

/**
 * Changes of the data as an Atom feed, in English. Addresses are relative to the feed, as the build does not know where it will be
 * served; the page stands a folder above the data.
 */
export const formatAtom = (changes: readonly Change[]): string =>
  writeAtom({
    id: createUuid('changes'),
    lang: 'en',
    title: 'Corridor Atlas: changes of the data',
    self: 'changes.atom',
    page: '../index.html?panel=changes',
    entries: changes.map(({ id, date, kind, title, why, features: [feature] }) => ({
      id: createUuid(id),
      title: title.en,
      date,
      category: { term: kind },
      href: `../index.html?panel=changes${feature ? `&select=${encodeURIComponent(feature)}` : ''}`,
      content: why.en,
    })),
  });

const createUuid = (id: string): string => formatUuid(createHash('sha256').update(`corridor-atlas:${id}`).digest('hex'));
