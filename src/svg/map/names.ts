/** Symbols and names of places, the most important first, as MapLibre sets them. */
import { type BaseMapData, buildPlaceLabels } from '../../core/dataset/load/load-base-map.ts';
import type { Atlas } from '../../core/dataset/dataset.ts';
import { collect } from '../../core/geo/feature-collection.ts';
import type { Leg } from '../../core/dataset/model.ts';
import type { Part } from '../../core/markup.ts';
import { type Choice, listChosenLines } from '../../core/style/chosen-nodes.ts';
import { TOWN_ZOOM } from '../../core/style/drawing.ts';
import { buildAreaFeatures, type DrawOptions } from '../../core/style/features.ts';
import { buildLineNames, type LineNames } from '../../core/style/line-names.ts';
import { buildNodeFeatures } from '../../core/style/node-features.ts';
import { findSubjects } from '../../core/style/subjects.ts';
import { findDisruptionMarks } from '../../core/style/disruption-marks.ts';
import type { Canvas } from './canvas.ts';
import { isRunThrough, listCrossed } from './crossed-names.ts';
import type { Label } from './labels.ts';
import { drawMarks, type Mark } from './marks.ts';
import { drawGroup, type NameGroup } from './name-groups.ts';
import { type CrossedPlace, type EventMark, NameSetter } from './name-setter.ts';

export interface NamesOptions extends DrawOptions {
  choice: Choice;
  lineNames: LineNames;
  /** Tells the symbols of one picture from those of another in the same page. */
  prefix: string;
  /** Events that are drawn; none by default. */
  events?: readonly EventMark[] | undefined;
  /** False for symbols alone, for whoever is to write the names. */
  isNamed?: boolean;
}

function listNamed(atlas: Atlas, { places }: BaseMapData, options: NamesOptions, { view }: Canvas) {
  const { lang, choice } = options;
  const nodes = buildNodeFeatures(atlas, options, choice).features;
  const around = { ...findSubjects(atlas, choice), nodes: nodes.map(({ geometry }) => geometry.coordinates) };
  // Of all names those of towns are the most, and from far out none is set.
  const set = places && view.camera.zoom < TOWN_ZOOM ? { ...places, towns: [] } : places;
  return { nodes, ...buildPlaceLabels(set, lang, around) };
}

const setLines = (setter: NameSetter, atlas: Atlas, options: NamesOptions, { view: { camera } }: Canvas): NameGroup[] =>
  setter.setLineNames(buildLineNames(atlas, options.lineNames, { ...options, camera }).features);

export function drawNames(
  atlas: Atlas,
  baseMap: BaseMapData,
  options: NamesOptions,
  canvas: Canvas,
): { svg: Part; labels: Label[]; marks: Mark[] } {
  const { lang, choice, prefix, isNamed = true } = options;
  const { nodes, countries, seas, towns } = listNamed(atlas, baseMap, options, canvas);
  const setter = new NameSetter(canvas);
  setter.setNodeSymbols(nodes);
  const marked = setter.setNodes(nodes, 'marked');
  const lineNames = setLines(setter, atlas, options, canvas);
  setter.reserveBadges(nodes);
  const ends = setter.setNodes(nodes, 'ends');
  const subject = [setter.setCountries(countries, true), setter.setSeas(seas, true)];
  const others = setter.setNodes(nodes, 'others');
  setter.setEvents(options.events ?? []);
  setter.setDisruptions(findDisruptionMarks(atlas, options.filters));
  const areaNames = setter.setAreas(buildAreaFeatures(atlas, lang).features);
  const countryNames = setter.setCountries(countries, false);
  const named = [...subject, countryNames].flatMap(({ labels }) => labels.map(({ text }) => text));
  const crossed = setter.setCrossed(listCrossed(atlas, baseMap, { lang, lines: listChosenLines(atlas, choice), named })).group;
  const seaNames = setter.setSeas(seas, false);
  const townNames = setter.setTowns(towns);

  const { symbols, definitions } = drawMarks(setter.marks, prefix, canvas);
  const below = [townNames, seaNames, countryNames, areaNames];
  const above = [others, crossed, ...subject.toReversed(), ends, ...lineNames, marked];
  const draw = (group: NameGroup, i: number): Part => drawGroup(group, `${prefix}${i}`, canvas);
  if (!isNamed) return { svg: [definitions, symbols], labels: [], marks: setter.marks };
  return {
    svg: [definitions, below.map(draw), symbols, above.map((group, i) => draw(group, below.length + i))],
    labels: [...below, ...above].flatMap(({ labels }) => labels),
    marks: setter.marks,
  };
}

/**
 * Where the names of countries that lines cross have room beside all other names, in any language. Those that have a name by
 * themselves, off the lines, are left as they are, and so are those without room.
 */
export function findCrossedPlaces(
  atlas: Atlas,
  baseMap: BaseMapData,
  options: NamesOptions & { lines: readonly (readonly Leg[])[] },
  canvas: Canvas,
): CrossedPlace[] {
  const { lang, lines } = options;
  const { nodes, countries, seas } = listNamed(atlas, baseMap, options, canvas);
  const start = (): NameSetter => {
    const setter = new NameSetter(canvas);
    setLines(setter, atlas, options, canvas);
    setter.reserveBadges(nodes);
    setter.setNodes(nodes, 'ends');
    return setter;
  };
  const crossed = listCrossed(atlas, baseMap, { lang, lines, named: [], isForAll: true });
  const { labels } = start().setCountries(countries, true);
  const kept = new Set(
    crossed
      .filter((country) => labels.some(({ text, box }) => text === country.name && !isRunThrough(box, country, canvas)))
      .map(({ name }) => name),
  );
  for (;;) {
    const setter = start();
    setter.setCountries(collect(countries.features.filter(({ properties }) => kept.has(String(properties?.['name'])))), true);
    setter.setSeas(seas, true);
    setter.setNodes(nodes, 'others');
    const { places } = setter.setCrossed(crossed.filter(({ name }) => !kept.has(name)));
    const placed = new Set(places.map(({ code }) => code));
    const without = crossed.filter(({ code, name }) => !placed.has(code) && !kept.has(name));
    const [first] = without.toSorted((a, b) => a.rank - b.rank);
    if (!first) return places;
    // The others give way to it.
    kept.add(first.name);
  }
}
