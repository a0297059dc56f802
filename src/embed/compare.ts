/** A comparison in an embed: its sections and paths are measured on the whole dataset, fetched for these embeds only. */
import { type BaseMapData, loadBaseMap } from '../core/dataset/load/load-base-map.ts';
import { type ComparedRow, compareItems, computeDifference, getHeadline } from '../core/compare/comparison.ts';
import { computeMoreDays } from '../core/compare/without-days.ts';
import type { Atlas } from '../core/dataset/dataset.ts';
import type { Lang } from '../core/dataset/enums.ts';
import { findFeatureName } from '../core/dataset/feature-name.ts';
import { getRowStyle } from '../core/compare/comparison-style.ts';
import { sumDisrupted } from '../core/routing/without.ts';
import { formatEstimate } from '../i18n/lengths.ts';
import { formatWithout } from '../i18n/without.ts';
import { formatItemName } from '../i18n/names/item-name.ts';
import { formatDifference, joinParts } from '../i18n/punctuation.ts';
import type { Translator } from '../i18n/translate.ts';
import type { Content } from './content.ts';
import { loadFullData, options } from './data.ts';

export interface EmbedComparison {
  atlas: Atlas;
  rows: ComparedRow[];
  /** Finer than that of embed data, as a section may be short. */
  baseMap: BaseMapData;
}

/** Invalid items are left out. Throws an `AtlasError` where a file cannot be had. */
export async function loadComparison(root: string, texts: readonly string[], lang: Lang): Promise<EmbedComparison> {
  const [atlas, baseMap] = await Promise.all([
    loadFullData(root, ['times']),
    loadBaseMap(`${root}data/`, { detail: false, langs: [lang] }, options),
  ]);
  return { atlas, baseMap, rows: compareItems(atlas, texts).rows };
}

export function getRowName(atlas: Atlas, tr: Translator, text: string): string {
  return formatItemName(tr, text, (id) => findFeatureName(atlas, id, tr.lang) ?? id);
}

/** A length for each, and its difference from the first. */
export function buildComparisonContent({ atlas, rows }: EmbedComparison, tr: Translator): Content {
  const named = rows.map((row) => {
    const { letter, colour } = getRowStyle(row);
    return { row, colour, name: joinParts(tr, [letter, getRowName(atlas, tr, row.text)], 'dot') };
  });
  const [first] = rows;
  const closed = rows.flatMap(({ item }) => (item.kind === 'path' ? item.cut : []))[0];
  return {
    title: closed === undefined ? tr.t('compare.heading') : tr.t('without.heading', { name: getRowName(atlas, tr, closed) }),
    kind: '',
    figures: named.map(({ row, name }) => {
      const share = first && row !== first ? (computeDifference(row, first, 'estimated')?.share.middle ?? null) : null;
      const more = share === null ? '' : formatDifference(tr, share, tr.percent);
      const without = first && closed !== undefined && row !== first ? formatMore(atlas, tr, row, first) : '';
      return {
        label: name,
        value: joinParts(tr, [joinParts(tr, [formatEstimate(tr, getHeadline(row)), more]), without], 'semicolon'),
      };
    }),
    legend: named.map(({ name, colour }) => ({ name, colour })),
  };
}

/** How much more a way takes than another one, as the pages of places and sections say it. */
function formatMore(atlas: Atlas, tr: Translator, row: ComparedRow, base: ComparedRow): string {
  const own = new Set(base.resolvedPath.legs.map(({ link }) => link.properties.id));
  const more = {
    km: computeDifference(row, base, 'estimated')?.km.middle ?? null,
    borders: (row.borderCrossings ?? 0) - (base.borderCrossings ?? 0),
    gaugeBreaks: (row.gaugeBreaks ?? 0) - (base.gaugeBreaks ?? 0),
    disruptedKm: sumDisrupted(atlas, row.resolvedPath.legs, own),
  };
  return formatWithout(tr, more, computeMoreDays(atlas, row, base), (id) => getRowName(atlas, tr, id));
}
