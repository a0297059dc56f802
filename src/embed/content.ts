/** What an embed says beside its map: title, figures, legend and links, as HTML that the build and the page write alike. */
import type { Atlas } from '../core/dataset/dataset.ts';
import { findFeature, getName } from '../core/dataset/dataset.ts';
import { escapeText } from '../core/url/escape.ts';
import type { RouteProperties } from '../core/dataset/model.ts';
import type { Translator } from '../i18n/translate.ts';

export interface Figure {
  label: string;
  value: string;
}

export interface Content {
  title: string;
  kind: string;
  figures: Figure[];
  legend: { name: string; colour: string | undefined }[];
}

function publishedOf(tr: Translator, { published }: RouteProperties): string {
  const whole = published.filter(({ part }) => !part).map(({ km }) => km);
  if (whole.length === 0) return tr.t('page.noPublished');
  const [low, high] = [Math.min(...whole), Math.max(...whole)];
  return low === high ? tr.km(low) : tr.t('length.spread', { low: tr.number(low, 0), high: tr.km(high) });
}

function routeFigures(tr: Translator, route: RouteProperties): Figure[] {
  const countries = route.byCountry.filter(({ code }) => code !== 'XZ').map(({ code }) => tr.country(code));
  return [
    { label: tr.t('page.drawn'), value: tr.km(route.drawnKm) },
    { label: tr.t('page.published'), value: publishedOf(tr, route) },
    ...(countries.length > 0 ? [{ label: tr.t('embed.countries'), value: countries.join(' · ') }] : []),
  ];
}

/** Title and figures of one feature; of several routes, or of all, a length for each. */
export function buildContent(atlas: Atlas, tr: Translator, page: string | null, shown: readonly string[]): Content {
  const legend = legendOf(atlas, tr, shown);
  const found = page === null ? null : findFeature(atlas, page);
  switch (found?.kind) {
    case 'route':
      return {
        title: getName(tr.lang, found.value),
        kind: tr.t(`kind.${found.value.kind}`),
        figures: routeFigures(tr, found.value),
        legend,
      };
    case 'corridor': {
      const main = atlas.routes.get(found.value.main);
      return {
        title: getName(tr.lang, found.value),
        kind: tr.t(found.value.kind === 'comparison' ? 'kind.comparison' : 'kind.corridor'),
        figures: [...(main ? [{ label: tr.t('list.main'), value: getName(tr.lang, main) }, ...routeFigures(tr, main)] : [])],
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
      return { title: tr.t('app.name'), kind: '', figures: lengths(atlas, tr, shown), legend };
  }
}

/** One row a corridor where all of it is shown, by its main route; else one row a route. */
function lengths(atlas: Atlas, tr: Translator, shown: readonly string[]): Figure[] {
  const whole = [...atlas.corridors.values()].filter(
    ({ routes }) => routes.length > 1 && routes.every((id) => shown.includes(id)),
  );
  const inside = new Set(whole.flatMap(({ routes }) => routes));
  const alone = shown.flatMap((id) => (inside.has(id) ? [] : (atlas.routes.get(id) ?? [])));
  return [
    ...whole.flatMap((corridor): Figure[] => {
      const main = atlas.routes.get(corridor.main);
      return main ? [{ label: getName(tr.lang, corridor), value: tr.km(main.drawnKm) }] : [];
    }),
    ...alone.map((route) => ({ label: getName(tr.lang, route), value: tr.km(route.drawnKm) })),
  ];
}

/** Lines of the picture by their groups, where there is more than one. */
function legendOf(atlas: Atlas, tr: Translator, shown: readonly string[]): Content['legend'] {
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
  /** The picture as SVG, which the product has drawn itself. */
  picture: string;
  /** Address of the open map with the same state. */
  openHref: string;
  credit: string;
}

/** The main part of an embed page. Everything but the picture is text, and escaped. */
export function writeMain(tr: Translator, { title, kind, figures, legend, picture, openHref, credit }: Written): string {
  const e = escapeText;
  const swatch = (colour: string | undefined) =>
    `<svg class="picture" viewBox="0 0 28 8" width="28" height="8" aria-hidden="true"><line class="s-line-${e(colour ?? 'slate')}" x1="3" x2="25" y1="4" y2="4"/></svg>`;
  return [
    `<main id="embed" lang="${tr.lang}">`,
    `<header class="title"><h1>${e(title)}</h1>${kind ? `<p>${e(kind)}</p>` : ''}</header>`,
    `<div class="stage"><div class="picture">${picture}</div>`,
    `<div class="live" hidden></div>`,
    `<button type="button" class="explore" hidden data-no-webgl="${e(tr.t('embed.noWebgl'))}" data-no-map="${e(tr.t('embed.noMap'))}">${e(tr.t('embed.explore'))}</button></div>`,
    `<p class="note" role="status"></p>`,
    legend.length > 0
      ? `<ul class="legend">${legend.map(({ name, colour }) => `<li>${swatch(colour)}${e(name)}</li>`).join('')}</ul>`
      : '',
    `<dl class="figures">${figures.map(({ label, value }) => `<div><dt>${e(label)}</dt><dd>${e(value)}</dd></div>`).join('')}</dl>`,
    `<footer><a class="open" href="${e(openHref)}" target="_blank" rel="noopener">${e(tr.t('embed.open'))}</a>`,
    `<small>${e(credit)}</small></footer>`,
    `</main>`,
  ].join('');
}
