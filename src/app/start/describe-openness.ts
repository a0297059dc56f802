import type { LinkProperties, RouteProperties } from '../../core/dataset/model.ts';
import { sumLinks } from '../../core/measure/sum-links.ts';
import type { Translator } from '../../i18n/translate.ts';

/** How much of a route is not open, such as "Planned: 155 km"; empty where all of it is. */
export function describeOpenness(tr: Translator, { byStatus }: Pick<RouteProperties, 'byStatus'>): string {
  const rest = byStatus.filter(({ status }) => status !== 'open');
  return tr.list(rest.map(({ status, km }) => tr.t('list.parts', { status: tr.t(`status.${status}`), km: tr.km(km) })));
}

/** Over how much of a route something keeps traffic off; empty where nothing does. */
export function describeDisruption(tr: Translator, links: readonly LinkProperties[]): string {
  const km = sumLinks(links.filter(({ disruption }) => disruption));
  return km > 0 ? tr.t('disruption.km', { km: tr.km(km) }) : '';
}
