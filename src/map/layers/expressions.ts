/** Style expressions that are built of lists, which MapLibre's types of literal tuples cannot follow. */
import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import { DASHES, DOTS, LINE_WIDTHS, type Stops } from '../../core/style/drawing.ts';

/** Built of checked parts; the style as a whole is validated in a test. */
const asExpression = (parts: readonly unknown[]): ExpressionSpecification => parts as unknown as ExpressionSpecification;

/** Values at zooms, linear between them. */
export const interpolateByZoom = (stops: Stops): ExpressionSpecification =>
  asExpression(['interpolate', ['linear'], ['zoom'], ...stops.flat()]);

/** A width that grows with the zoom, computed from that of a plain line. */
export const scaleByZoom = (scale: (width: number) => ExpressionSpecification | number): ExpressionSpecification =>
  asExpression(['interpolate', ['linear'], ['zoom'], ...LINE_WIDTHS.flatMap(([zoom, width]) => [zoom, scale(width)])]);

/**
 * A value that all features share, written as one that each has of its own. What depends on features is drawn by another program of the
 * graphics than what does not, and each takes long to make: layers that are alike but for that share one this way.
 */
export const shareByAll = (value: unknown): ExpressionSpecification => asExpression(['case', ['has', 'kind'], value, value]);

/**
 * Dashes that change at the zooms where widths are given: MapLibre cannot blend lists of them, and
 * draws none from near where they are of each feature.
 */
export const dashByZoom = (dash: (width: number) => number[]): ExpressionSpecification => {
  const [first, ...rest] = LINE_WIDTHS.map(([zoom, width]) => [zoom, ['literal', dash(width)]] as const);
  return asExpression(['step', ['zoom'], first?.[1], ...rest.flat()]);
};

/** The value of the first case whose key a property has. */
export const matchProperty = (
  property: string,
  cases: readonly (readonly [key: string, value: unknown])[],
  fallback: unknown,
): ExpressionSpecification => asExpression(['match', ['get', property], ...cases.flat(), fallback]);

/** The dashes of a line by its pattern. */
export const DASH_PATTERN = matchProperty(
  'pattern',
  Object.entries({ ...DASHES, sea: DOTS }).map(([name, lengths]) => [name, ['literal', lengths]] as const),
  ['literal', [1]],
);

export const hasPattern = (...names: string[]): ExpressionSpecification => ['in', ['get', 'pattern'], ['literal', names]];
export const hasKind = (name: string): ExpressionSpecification => ['==', ['get', 'kind'], name];
export const DASHED = Object.keys(DASHES);

export const requireAll = (...conditions: ExpressionSpecification[]): FilterSpecification => ['all', ...conditions];

/** Texts one after the other; each a text or an expression. */
export const joinTexts = (...texts: readonly unknown[]): ExpressionSpecification => asExpression(['concat', ...texts]);

/** Opacity of names: none for those that the edge of the map would cut, see `cut-labels.ts`. */
export const UNCUT: ExpressionSpecification = ['case', ['boolean', ['feature-state', 'cut'], false], 0, 1];
