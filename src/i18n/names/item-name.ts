import { type Point, readItem } from '../../core/url/compare-items.ts';
import { addAside, writeDigits } from '../punctuation.ts';
import type { Translator } from '../translate.ts';

/**
 * The name of a compared item.
 *
 * @param getName name of a feature; of a node, link or route
 */
export function formatItemName(tr: Translator, text: string, getName: (id: string) => string): string {
  const item = readItem(text);
  if (typeof item === 'string') return text;
  const formatPoint = (at: Point) => (typeof at === 'number' ? tr.t('section.point', { km: tr.number(at, 1) }) : getName(at));
  switch (item.kind) {
    case 'feature':
      return getName(item.id);
    case 'section':
      return tr.t('compare.item.section', { route: getName(item.route), from: formatPoint(item.from), to: formatPoint(item.to) });
    case 'imported':
      return tr.t('compare.item.imported');
    case 'path': {
      const conditions = [
        ...(item.n > 1 ? [tr.t('compare.item.nth', { n: item.n })] : []),
        ...(item.via.length > 0 ? [tr.t('compare.item.via', { names: tr.list(item.via.map(getName)) })] : []),
        ...item.avoidCountries.map((code) => tr.t('compare.item.without', { what: tr.country(code) })),
        ...item.avoidModes.map((mode) => tr.t('compare.item.without', { what: tr.t(`mode.${mode}`) })),
        ...item.cut.map((link) => tr.t('compare.item.without', { what: getName(link) })),
        ...(item.avoidDisrupted ? [tr.t('compare.item.disrupted')] : []),
        ...(item.openOnly ? [tr.t('compare.item.open')] : []),
        ...(item.year === null ? [] : [writeDigits(tr, item.year)]),
      ];
      const name = tr.t('compare.item.path', { from: formatPoint(item.from), to: formatPoint(item.to) });
      return addAside(tr, name, conditions);
    }
  }
}
