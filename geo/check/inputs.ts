import type { Position } from '../../src/core/dataset/model.ts';
import { checkArticle, checkParagraphs } from './texts/article.ts';
import { checkClaims } from './claims.ts';
import { checkCodes } from './codes.ts';
import { checkLinkCountries } from './countries.ts';
import { checkCorridors, checkReferences, checkUnique } from './ids.ts';
import { checkLand, checkNodeCountries, type Ground } from './land.ts';
import { checkLinks } from './links.ts';
import { checkLocalNames, checkNames, type NameLimits } from './names.ts';
import { checkSourceList, checkSources } from './sources.ts';
import type { Inputs } from '../read/inputs.ts';
import { sampleAround } from '../../src/core/geo/locate.ts';
import type { Problem } from '../read/problem.ts';

export interface CheckOptions extends NameLimits, Ground {
  /** Country of a point, null at sea. */
  locate(at: Position): string | null;
}

/** All checks of what people edit; an empty list says that it holds. */
export function checkInputs(inputs: Inputs, { isLand, isFine, locate, ...limits }: CheckOptions): Problem[] {
  const { files, nodes, links, routes, corridors, areas, events, context } = inputs;
  const byId = new Map(nodes.map(({ node }) => [node.properties.id, node]));
  const known = new Set([
    ...byId.keys(),
    ...links.map(({ id }) => id),
    ...[...routes, ...corridors, ...events, ...context.initiatives].map(({ id }) => id),
    ...areas.features.map(({ properties }) => properties.id),
  ]);
  return [
    ...checkUnique(inputs),
    ...checkReferences(inputs),
    ...checkCorridors(inputs),
    // A node that is misplaced takes its lines along.
    ...checkNodeCountries(nodes, (at, km) => sampleAround(at, km, locate)),
    ...checkLinks(links, byId),
    ...checkLand(links, { isLand, isFine }),
    ...checkLinkCountries(links, byId, locate),
    ...checkNames(inputs, limits),
    ...checkLocalNames(inputs),
    ...checkCodes(inputs.codes, byId, files.codes),
    ...checkSources(inputs),
    ...checkSourceList(inputs),
    ...checkArticle(inputs, known),
    ...checkParagraphs(inputs),
    ...checkClaims(inputs),
  ];
}
