/** A comparison in an embed: its sections and ways are measured on the whole dataset, fetched for these embeds only. */
import { type GroundData, loadGround } from '../core/dataset/load-base-map.ts';
import { type ComparedRow, compare, differenceTo } from '../core/compare/comparison.ts';
import { type Atlas, featureOf, nameOf } from '../core/dataset/dataset.ts';
import { lookOf } from '../core/compare/comparison-style.ts';
import { itemName } from '../i18n/item-name.ts';
import type { Translator } from '../i18n/translate.ts';
import type { Content } from './content.ts';
import { loadFull, options } from './data.ts';

export interface EmbedComparison {
  atlas: Atlas;
  rows: ComparedRow[];
  /** Finer than that of a digest, as a section may be short. */
  ground: GroundData;
}

/** Items that do not hold are left out. Throws an `AtlasError` where a file cannot be had. */
export async function loadComparison(root: string, texts: readonly string[]): Promise<EmbedComparison> {
  const [atlas, ground] = await Promise.all([loadFull(root), loadGround(`${root}data/`, false, options)]);
  return { atlas, ground, rows: compare(atlas, texts).rows };
}

/** What a compared item is called. */
export function rowName(atlas: Atlas, tr: Translator, text: string): string {
  const name = (id: string): string => {
    const found = featureOf(atlas, id);
    if (!found || found.kind === 'event' || found.kind === 'claim') return id;
    if (found.kind !== 'link') return nameOf(tr.lang, 'properties' in found.value ? found.value.properties : found.value);
    const { from, to } = found.value.properties;
    return `${name(from)} – ${name(to)}`;
  };
  return itemName(tr, text, name);
}

/** A length for each, and how much more or less than the first it is. */
export function comparisonContent({ atlas, rows }: EmbedComparison, tr: Translator): Content {
  const named = rows.map((row) => ({ row, look: lookOf(row.slot), name: rowName(atlas, tr, row.text) }));
  return {
    title: tr.t('compare.heading'),
    kind: '',
    figures: named.map(({ row, look, name }, i) => {
      const share = i === 0 ? null : (differenceTo(row, rows[0]!, 'drawn')?.share.low ?? null);
      const more = share === null ? '' : ` (${share > 0 ? '+' : ''}${tr.percent(share).replace('-', '−')})`;
      return { label: `${look.letter} · ${name}`, value: `${tr.km(row.drawnKm)}${more}` };
    }),
    legend: named.map(({ look, name }) => ({ name: `${look.letter} · ${name}`, colour: look.colour })),
  };
}
