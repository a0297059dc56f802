/** The symbols of events: a sign that points at its place, with a glyph for each kind. Apart from those that every embed carries. */
import type { EventKind } from '../../dataset/model.ts';
import type { Shape } from '../symbols.ts';

/** The sign, with its point at the foot. */
const SIGN = 'M4.5 1.5h15a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2h-4.6L12 22.4l-2.9-3.9H4.5a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2z';

/** Strokes on it. */
const GLYPHS: Readonly<Record<EventKind, string>> = {
  /** Two people. */
  visit:
    'M8.6 8.4a1.8 1.8 0 1 1 .01 0M15.4 8.4a1.8 1.8 0 1 1 .01 0M5.4 14.6c.2-2.6 1.4-3.7 3.2-3.7s3 1.1 3.4 3.7M12 14.6c.4-2.6 1.6-3.7 3.4-3.7s3 1.1 3.2 3.7',
  /** A desk to speak from. */
  forum: 'M6.6 7.6h10.8l-1.5 3.6H8.1zM12 11.2V15M8.4 15.2h7.2M12 7.4V5',
  /** A stall with its roof. */
  exhibition: 'M5.6 8.8L12 4.6l6.4 4.2zM7.4 9v6.2h9.2V9M10.6 15v-3.4h2.8V15',
  /** A sheet that is signed. */
  agreement: 'M7.6 4.6h6l2.8 2.8v8H7.6zM9.8 10.8l1.7 1.7 2.9-3.3',
  /** A sheet with lines. */
  memorandum: 'M7.6 4.6h6l2.8 2.8v8H7.6zM9.9 8.4h3M9.9 10.6h4.2M9.9 12.8h4.2',
  /** A flag. */
  opening: 'M8 15.6V4.8M8 5.2h8.6l-2.2 2.6 2.2 2.6H8',
  /** A hammer. */
  construction: 'M6.4 5.2h8l3 2.8-1.6 1.6-1.8-1.2H6.4zM10.4 8.6v7',
  /** A train from its front, on rails. */
  'first-train': 'M7.8 4.8h8.4V13H7.8zM7.8 8.6h8.4M9.9 10.9v.1M14.1 10.9v.1M9.6 13l-1.4 2.6M14.4 13l1.4 2.6',
  /** A megaphone. */
  announcement: 'M6.2 8.6v3.2l8.4 3.2V5.4zM14.6 5.4V15M8.6 12.8l.8 2.8M17.4 9v2.4',
  /** A mark of exclamation. */
  disruption: 'M12 4.8v6.6M12 14.8v.1',
  /** A clock. */
  other: 'M12 15.2a5.2 5.2 0 1 1 .01 0M12 7v3.2l2.3 1.4',
};

export const EVENT_SYMBOL_PREFIX = 'event-';

/** The shapes of an event's symbol. */
export const getEventShapes = (kind: EventKind): readonly Shape[] => [
  { d: SIGN, fill: 'mark', stroke: 'nodeStroke', width: 1.5, round: true },
  { d: GLYPHS[kind], stroke: 'nodeStroke', width: 1.7, round: true },
];
