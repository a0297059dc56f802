/** What stands beside the map of an embed: title, figures, legend and links, as HTML that build and page write alike. */
import type { Atlas } from '../core/dataset/dataset.ts';
import { findFeature, getName } from '../core/dataset/dataset.ts';
import { readEstimate } from '../core/measure/estimate.ts';
import { INTERNATIONAL_WATERS } from '../core/measure/measure.ts';
import { type Markup, markup, type Part } from '../core/markup.ts';
import type { RouteProperties } from '../core/dataset/model.ts';
import { formatEstimate, formatLength } from '../i18n/lengths.ts';
import type { Translator } from '../i18n/translate.ts';
import { type EmbedState, isMix } from './state.ts';
import { joinParts } from '../i18n/punctuation.ts';

interface Figure {
  label: string;
  value: string;
}

/** Most names that a title has room for. */
const MOST_NAMED = 3;

export interface Content {
  title: string;
  kind: string;
  figures: Figure[];
  legend: { name: string; colour: string | undefined }[];
}

function formatPublished(tr: Translator, { published }: RouteProperties): string {
  const whole = published.filter(({ part }) => !part).map(({ km }) => km);
  if (whole.length === 0) return tr.t('page.noPublished');
  const [low, high] = [Math.min(...whole), Math.max(...whole)];
  return low === high ? tr.km(low) : tr.t('length.spread', { low: tr.number(low, 0), high: tr.km(high) });
}

function listRouteFigures(tr: Translator, route: RouteProperties): Figure[] {
  const estimate = readEstimate(route);
  const countries = route.byCountry.filter(({ code }) => code !== INTERNATIONAL_WATERS).map(({ code }) => tr.country(code));
  return [
    ...(estimate ? [{ label: tr.t('page.estimated'), value: formatEstimate(tr, estimate) }] : []),
    { label: tr.t('page.drawn'), value: tr.km(route.drawnKm) },
    { label: tr.t('page.published'), value: formatPublished(tr, route) },
    ...(countries.length > 0 ? [{ label: tr.t('embed.countries'), value: joinParts(tr, countries, 'dot') }] : []),
  ];
}

/** Title and figures of one feature; of several routes, or of all, a length for each. */
export function buildContent(atlas: Atlas, tr: Translator, page: string | null, shown: readonly string[]): Content {
  const legend = buildLegend(atlas, tr, shown);
  const found = page === null ? null : findFeature(atlas, page);
  switch (found?.kind) {
    case 'route':
      return {
        title: getName(tr.lang, found.value),
        kind: tr.t(`kind.${found.value.kind}`),
        figures: listRouteFigures(tr, found.value),
        legend,
      };
    case 'corridor': {
      const main = atlas.routes.get(found.value.main);
      return {
        title: getName(tr.lang, found.value),
        kind: tr.t(found.value.kind === 'comparison' ? 'kind.comparison' : 'kind.corridor'),
        figures: main ? [{ label: tr.t('list.main'), value: getName(tr.lang, main) }, ...listRouteFigures(tr, main)] : [],
        legend,
      };
    }
    case 'area': {
      const { properties } = found.value;
      return {
        title: getName(tr.lang, properties),
        kind: tr.t(`area.${properties.kind}`),
        figures: [
          { label: tr.t('page.country'), value: tr.country(properties.country) },
          { label: tr.t('figure.area'), value: tr.t('unit.ha', { n: properties.areaHa }) },
        ],
        legend,
      };
    }
    default:
      return { title: tr.t('app.name'), kind: '', figures: listLengths(atlas, tr, shown), legend };
  }
}

/** What a state shows that no page of the build does: named by what was asked for, with a row for each place. */
export function buildMix(atlas: Atlas, tr: Translator, state: EmbedState, shown: readonly string[]): Content {
  if (!isMix(state)) return buildContent(atlas, tr, state.page, shown);
  const content = buildContent(atlas, tr, null, shown);
  const lines = [...state.corridors, ...state.routes].flatMap((id) => atlas.corridors.get(id) ?? atlas.routes.get(id) ?? []);
  const places = state.places.flatMap((id) => atlas.areas.get(id)?.properties ?? atlas.nodes.get(id)?.properties ?? []);
  const names = [...lines, ...places].map((named) => getName(tr.lang, named));
  return {
    ...content,
    title: names.length > 0 && names.length <= MOST_NAMED ? joinParts(tr, names, 'dot') : content.title,
    figures: [
      ...content.figures,
      ...places.map((place) => ({ label: getName(tr.lang, place), value: tr.country(place.country) })),
    ],
  };
}

/** The main route of each corridor of which all routes are shown, and all other routes. */
function listLengths(atlas: Atlas, tr: Translator, shown: readonly string[]): Figure[] {
  const whole = [...atlas.corridors.values()].filter(
    ({ routes }) => routes.length > 1 && routes.every((id) => shown.includes(id)),
  );
  const inside = new Set(whole.flatMap(({ routes }) => routes));
  const alone = shown.flatMap((id) => (inside.has(id) ? [] : (atlas.routes.get(id) ?? [])));
  return [
    ...whole.flatMap((corridor): Figure[] => {
      const main = atlas.routes.get(corridor.main);
      return main ? [{ label: getName(tr.lang, corridor), value: formatLength(tr, main) }] : [];
    }),
    ...alone.map((route) => ({ label: getName(tr.lang, route), value: formatLength(tr, route) })),
  ];
}

/** Lines of the picture by their groups, where there is more than one. */
function buildLegend(atlas: Atlas, tr: Translator, shown: readonly string[]): Content['legend'] {
  const groups = new Map<string, string | undefined>();
  for (const { group, colour, routes } of atlas.parallelLines) {
    if (routes.some((id) => shown.includes(id))) groups.set(group, colour);
  }
  if (groups.size < 2) return [];
  return [...groups].flatMap(([id, colour]) => {
    const named = atlas.corridors.get(id) ?? atlas.routes.get(id);
    return named ? [{ name: getName(tr.lang, named), colour }] : [];
  });
}

export interface Written extends Content {
  picture: Part;
  /** Address of the open map with the same state. */
  openHref: string;
  credit: string;
}

const writeSwatch = (colour = 'slate'): Markup =>
  markup`<svg class="picture" viewBox="0 0 28 8" width="28" height="8" aria-hidden="true"><line class="s-line-${colour}" x1="3" x2="25" y1="4" y2="4"/></svg>`;

/** The main part of an embed page. */
export function writeMain(tr: Translator, { title, kind, figures, legend, picture, openHref, credit }: Written): Markup {
  const entries = legend.map(({ name, colour }) => markup`<li>${writeSwatch(colour)}${name}</li>`);
  const rows = figures.map(({ label, value }) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`);
  return markup`<main id="embed" lang="${tr.lang}"><header class="title"><h1>${title}</h1>${kind && markup`<p>${kind}</p>`}</header><div class="stage"><div class="picture">${picture}</div><div class="live" hidden></div><button type="button" class="explore" hidden data-no-webgl="${tr.t('embed.noWebgl')}" data-no-map="${tr.t('embed.noMap')}">${tr.t('embed.explore')}</button></div><p class="note" role="status"></p>${entries.length > 0 && markup`<ul class="legend">${entries}</ul>`}<dl class="figures">${rows}</dl><footer><a class="open" href="${openHref}" target="_blank" rel="noopener">${tr.t('embed.open')}</a><small lang="en" dir="ltr">${credit}</small></footer></main>`;
}
