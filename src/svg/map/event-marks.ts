import type { Atlas } from '../../core/dataset/dataset.ts';
import type { Position } from '../../core/dataset/model.ts';
import { buildEventFeatures } from '../../core/style/events/event-features.ts';
import { EVENT_SYMBOL_PREFIX, getEventShapes } from '../../core/style/events/event-symbols.ts';
import type { DrawOptions } from '../../core/style/features.ts';
import type { EventMark } from './name-setter.ts';

/** The events that a picture shows, with their symbols: all that the filters ask for, or the selected one alone. */
export const listEventMarks = (
  atlas: Atlas,
  options: Pick<DrawOptions, 'lang' | 'filters'>,
  selected: string | null,
): EventMark[] =>
  buildEventFeatures(atlas, options, selected).features.map(({ geometry, properties: { kind, from } }) => ({
    symbol: EVENT_SYMBOL_PREFIX + kind,
    shapes: getEventShapes(kind),
    position: geometry.coordinates as Position,
    from,
  }));
