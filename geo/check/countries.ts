import type { NodeFeature, Position } from '../../src/core/dataset/model.ts';
import { sampleAround } from '../../src/core/geo/locate.ts';
import { findRuns } from '../../src/core/geo/sample-along.ts';
import { measureLine } from '../../src/core/measure/measure.ts';
import { cutByCountry, SLIVER_KM } from '../derive/countries.ts';
import type { Problem } from '../read/problem.ts';
import type { RawLink } from '../read/lines.ts';

/** The border of the base map lies up to 5 km off rivers that are borders; a line farther from its countries is misplaced. */
const BORDER_KM = 8;
const STEP_KM = 1;

/**
 * A railway passes the countries of its two nodes, or those that its line names in `countries`, and no others.
 *
 * @param locate gives the country of a point, null at sea
 */
export function checkLinkCountries(
  links: readonly RawLink[],
  nodes: ReadonlyMap<string, NodeFeature>,
  locate: (at: Position) => string | null,
): Problem[] {
  return links
    .filter(({ mode }) => mode === 'rail')
    .flatMap((link) => (link.countries ? checkNamed(link, link.countries, locate) : checkUnnamed(link, nodes, locate)));
}

function checkUnnamed(
  link: RawLink,
  nodes: ReadonlyMap<string, NodeFeature>,
  locate: (at: Position) => string | null,
): Problem[] {
  const { file, id, coordinates, mode } = link;
  const [from, to] = [link.from, link.to].map((node) => nodes.get(node)?.properties.country ?? '');
  if (!from || !to) return [];
  return cutByCountry(coordinates, measureLine(coordinates), locate, { mode, from, to })
    .countries.filter(({ code }) => code !== from && code !== to)
    .map(({ code, km }) => ({
      file,
      feature: id,
      problem: `passes ${code} for ${km.toFixed(1)} km, though its nodes lie in ${[...new Set([from, to])].join(' and ')}`,
      remedy: 'move the line, or name all countries that it passes in "countries"',
    }));
}

function checkNamed({ file, id, coordinates }: RawLink, countries: readonly string[], locate: (at: Position) => string | null) {
  const foreign = findRuns(coordinates, locate, STEP_KM).filter(({ value }) => value !== null && !countries.includes(value));
  const far = foreign.filter(
    ({ km, middle }) => km > SLIVER_KM && !countries.some((code) => sampleAround(middle, BORDER_KM, locate).has(code)),
  );
  return far.map(({ value, km, middle }): Problem => {
    const place = middle.map((degrees) => degrees.toFixed(3)).join(', ');
    return {
      file,
      feature: id,
      problem: `names ${countries.join(', ')} and runs ${km.toFixed(1)} km in ${value}, more than ${BORDER_KM} km from there, near ${place}`,
      remedy: 'move the line, or correct "countries"',
    };
  });
}
