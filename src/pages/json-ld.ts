/**
 * A page as schema.org data. Lines and areas are a `Place` and the rows about them a `Dataset`; what the article claims is a
 * `Claim` without a rating, because the atlas names a test and does not give marks.
 */
import { computeBounds, getText } from '../core/dataset/dataset.ts';
import { computeExtent } from '../core/geo/bounding-box.ts';
import { CARD } from './card.ts';
import { getCardPath, getPagePath } from '../core/url/paths.ts';
import {
  getComparedRows,
  getDescription,
  getHeading,
  getOpenPath,
  getTitle,
  type Source,
  listSources,
  type Subject,
} from './subject.ts';

type Json = Record<string, unknown>;

/** Files of the dataset in which a subject of each kind stands. */
const FILES = {
  corridor: 'corridors.json',
  route: 'routes.geojson',
  area: 'areas.geojson',
  comparison: 'comparisons.json',
} as const;

export function buildJsonLd(source: Source, subject: Subject): Json {
  const { atlas, manifest, site, tr } = source;
  const url = site + getPagePath(subject.id, tr.lang);
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': url,
    url,
    name: getTitle(source, subject),
    description: getDescription(source, subject),
    inLanguage: tr.lang,
    dateModified: manifest.built.slice(0, 10),
    isPartOf: { '@type': 'WebSite', name: tr.t('app.name'), url: site },
    primaryImageOfPage: {
      '@type': 'ImageObject',
      contentUrl: site + getCardPath(subject.id, tr.lang),
      width: CARD.width,
      height: CARD.height,
      encodingFormat: 'image/png',
    },
    citation: listSources(atlas, subject).flatMap((id): Json[] => {
      const found = manifest.sources.find((one) => one.id === id);
      if (!found || found.unverified) return [];
      const { title, publisher, date, url: address } = found;
      return [
        {
          '@type': 'CreativeWork',
          name: title,
          ...(publisher && { publisher: { '@type': 'Organization', name: publisher } }),
          ...(date && { datePublished: date }),
          ...(address && { url: address }),
        },
      ];
    }),
    mainEntity: subject.kind === 'claim' ? buildClaim(source, subject) : buildDataset(source, subject),
    ...(subject.kind === 'claim' && atlas.context ? {} : { about: buildPlace(source, subject) }),
  };
}

function buildPlace(source: Source, subject: Subject): Json {
  const bounds =
    subject.kind === 'comparison'
      ? computeExtent(getComparedRows(source.atlas, subject.value).flatMap(({ line }) => line))
      : computeBounds(source.atlas, subject.id);
  // A box is "south west north east".
  const box = bounds && [bounds[1], bounds[0], bounds[3], bounds[2]].join(' ');
  return {
    '@type': 'Place',
    name: getHeading(source, subject),
    ...(box && { geo: { '@type': 'GeoShape', box } }),
    ...(subject.kind === 'area' && { containedInPlace: { '@type': 'Country', name: source.tr.country(subject.value.country) } }),
    hasMap: source.site + getOpenPath(subject, source.tr.lang),
  };
}

function buildDataset(source: Source, subject: Exclude<Subject, { kind: 'claim' }>): Json {
  const { manifest, site, tr } = source;
  const file = FILES[subject.kind];
  const measured = (name: string, value: number, unitCode?: string): Json => ({
    '@type': 'PropertyValue',
    name,
    value,
    ...(unitCode && { unitCode }),
  });
  return {
    '@type': 'Dataset',
    name: getHeading(source, subject),
    description: getDescription(source, subject),
    // UN/CEFACT codes: kilometre, hectare.
    variableMeasured:
      subject.kind === 'route'
        ? [
            ...(subject.value.estimatedKm === undefined ? [] : [measured('estimatedKm', subject.value.estimatedKm, 'KMT')]),
            measured('drawnKm', subject.value.drawnKm, 'KMT'),
            measured('straightKm', subject.value.straightKm, 'KMT'),
            measured('borderCrossings', subject.value.borderCrossings),
            measured('gaugeBreaks', subject.value.gaugeBreaks),
            measured('modeChanges', subject.value.modeChanges),
          ]
        : subject.kind === 'area'
          ? [measured('areaHa', subject.value.areaHa, 'HAR')]
          : [measured('routes', (subject.kind === 'corridor' ? subject.value.routes : subject.value.compare).length)],
    license: manifest.licences[0]?.url,
    creator: { '@type': 'Organization', name: tr.t('app.name'), url: site },
    isAccessibleForFree: true,
    distribution: {
      '@type': 'DataDownload',
      contentUrl: `${site}data/${file}`,
      encodingFormat: file.endsWith('.geojson') ? 'application/geo+json' : 'application/json',
    },
  };
}

function buildClaim({ atlas, tr }: Source, { value }: Extract<Subject, { kind: 'claim' }>): Json {
  const article = atlas.context?.article;
  return {
    '@type': 'Claim',
    text: getText(tr.lang, value.text),
    ...(article && {
      appearance: {
        '@type': 'Article',
        headline: article.title.en,
        author: { '@type': 'Person', name: article.author },
        datePublished: article.published,
      },
    }),
  };
}
