/** GeoJSON of the dataset: positions without heights, within the range of longitude and latitude. */
import * as v from 'valibot';

const lon = v.pipe(v.number(), v.finite(), v.minValue(-180), v.maxValue(180));
const lat = v.pipe(v.number(), v.finite(), v.minValue(-90), v.maxValue(90));
export const position = v.tuple([lon, lat]);
export type Position = v.InferOutput<typeof position>;

/**
 * At least `least` positions. They are most of the dataset: valid ones are taken as they are, without a copy of each; the schema
 * of one looks only at the others, to say what is wrong with them or to leave out a height.
 */
const positions = (least: number) =>
  v.pipe(
    v.custom<unknown[]>(Array.isArray, ({ received }) => `Invalid type: Expected Array but received ${received}`),
    v.minLength(least),
    v.rawTransform(({ dataset: { value }, addIssue, NEVER }): Position[] => {
      if (value.every(isPosition)) return value;
      const checked: Position[] = [];
      for (const [key, one] of value.entries()) {
        const result = v.safeParse(position, one);
        if (!result.success) {
          const { message, path = [] } = result.issues[0];
          addIssue({ message, path: [{ type: 'array', origin: 'value', input: value, key, value: one }, ...path] });
          return NEVER;
        }
        checked.push(result.output);
      }
      return checked;
    }),
  );

const isWithin = (value: unknown, limit: number): boolean => typeof value === 'number' && Math.abs(value) <= limit;
const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && value.length === 2 && isWithin(value[0], 180) && isWithin(value[1], 90);

export const point = v.object({ type: v.literal('Point'), coordinates: position });
export const line = v.object({ type: v.literal('LineString'), coordinates: positions(2) });
export const multiLine = v.object({ type: v.literal('MultiLineString'), coordinates: v.array(positions(2)) });
const polygon = v.object({ type: v.literal('Polygon'), coordinates: v.array(positions(4)) });
const multiPolygon = v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(v.array(positions(4))) });
export const surface = v.variant('type', [polygon, multiPolygon]);

/** A collection of features of one kind of geometry with one kind of properties. */
export const collection = <G extends v.GenericSchema, P extends v.GenericSchema>(geometry: G, properties: P) =>
  v.object({
    type: v.literal('FeatureCollection'),
    features: v.array(v.object({ type: v.literal('Feature'), geometry, properties })),
  });
