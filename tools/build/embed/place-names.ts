/** Places for the names of the countries of an embed, so that its pictures and its live map have them alike. */
import type { BaseMapData, Places } from '../../../src/core/dataset/load/load-base-map.ts';
import type { Leg } from '../../../src/core/dataset/model.ts';
import { findCountryPlaces } from '../../../src/embed/picture.ts';

type Country = Places['countries'][number];

/** Decimals of a degree: less than a pixel of the picture. */
const DECIMALS = 100;

/**
 * The places of a base map with each country that lines cross and that would have no name, or one on a line, at a place that is clear of
 * them; those without such a place as they were.
 */
export function placeCountries(
  options: Parameters<typeof findCountryPlaces>[0],
  lines: readonly (readonly Leg[])[],
): BaseMapData['places'] {
  const { places } = options.baseMap;
  const { camera, places: found } = findCountryPlaces(options, lines);
  const countries = places?.countries.map((country) => {
    const at = found.find(({ code }) => code === country.code)?.at;
    // A map chooses by the whole zoom of its tiles.
    return at ? placeCountry(country, Math.floor(camera.zoom), at) : country;
  });
  return places && { ...places, countries: countries ?? [] };
}

function placeCountry(country: Country, zoom: number, at: readonly number[]): Country {
  const [lon = 0, lat = 0] = at.map((degrees) => Math.round(degrees * DECIMALS) / DECIMALS);
  const farther = (country.anchors ?? [[0, country.lon, country.lat]]).filter(([from]) => from < zoom);
  // An embed carries the places that lie in its frame.
  return { ...country, lon, lat, anchors: [...farther, [zoom, lon, lat]] };
}
