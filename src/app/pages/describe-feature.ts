/** A feature in a line below its name. */
import type { Found } from '../../core/dataset/dataset.ts';
import { readEstimate } from '../../core/measure/estimate.ts';
import type { Translator } from '../../i18n/translate.ts';
import { joinParts } from '../../i18n/punctuation.ts';

/** "Railway · Opened 30 October 2017": what it is, where, since when. */
export function describeFeature(tr: Translator, found: Found): string {
  const opened = findOpening(found);
  const country = found.kind === 'node' || found.kind === 'area' ? found.value.properties.country : undefined;
  return joinParts(
    tr,
    [
      formatKind(tr, found),
      ...(country ? [tr.country(country)] : []),
      ...(opened ? [tr.t('page.opened', { date: tr.date(opened) })] : []),
    ],
    'dot',
  );
}

/** The length to quote of what can be compared; empty for all else. */
export function formatQuotedLength(tr: Translator, found: Found | null): string {
  if (found?.kind !== 'route' && found?.kind !== 'link') return '';
  const of = found.kind === 'route' ? found.value : found.value.properties;
  return tr.km(readEstimate(of)?.km ?? of.drawnKm);
}

function findOpening(found: Found): string | undefined {
  if (found.kind === 'link') return found.value.properties.opened;
  const figures = found.kind === 'route' ? found.value.figures : found.kind === 'area' ? found.value.properties.figures : [];
  return figures.find(({ kind }) => kind === 'opened')?.when;
}

function formatKind(tr: Translator, found: Found): string {
  switch (found.kind) {
    case 'route':
      return tr.t(`kind.${found.value.kind}`);
    case 'node':
      return tr.t(`node.${found.value.properties.kind}`);
    case 'area':
      return tr.t(`area.${found.value.properties.kind}`);
    case 'corridor':
      return tr.t(found.value.kind === 'comparison' ? 'kind.comparison' : 'kind.corridor');
    case 'event':
      return tr.t(`event.${found.value.kind}`);
    case 'link':
    case 'claim':
    case 'initiative':
      return tr.t(`kind.${found.kind}`);
  }
}
