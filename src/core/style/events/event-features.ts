/** The events that the map shows, as the GeoJSON that it draws. */
import type { Feature, FeatureCollection, Point } from 'geojson';
import { type Atlas, findEventPosition, getText } from '../../dataset/dataset.ts';
import { tookPlaceBy } from '../../dataset/filter.ts';
import type { EventKind } from '../../dataset/model.ts';
import { collect } from '../../geo/feature-collection.ts';
import { EVENT_ICON } from '../drawing.ts';
import type { DrawOptions } from '../features.ts';

export interface DrawnEvent {
  id: string;
  name: string;
  kind: EventKind;
  /** Zoom from which it is drawn: of the selected one any. */
  from: number;
}

/** The events that are shown: all up to the year where the filters ask for events, else the selected one alone. */
export function buildEventFeatures(
  atlas: Atlas,
  { lang, filters: { events = false, year } }: Pick<DrawOptions, 'lang' | 'filters'>,
  selected: string | null = null,
): FeatureCollection<Point, DrawnEvent> {
  const features = [...atlas.events.values()].flatMap((event): Feature<Point, DrawnEvent>[] => {
    const at = findEventPosition(atlas, event);
    const isShown = event.id === selected || (events && tookPlaceBy(event, year));
    if (!at || !isShown) return [];
    const from = event.id === selected ? 0 : EVENT_ICON.zoom;
    const properties = { id: event.id, name: getText(lang, event.title), kind: event.kind, from };
    return [{ type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties }];
  });
  return collect(features);
}
