/** The shaded mountains of the region: a grey picture in Web Mercator, `base/relief.json`; null for an atlas without one. */
import * as v from 'valibot';

const degrees = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));

export const reliefFile = v.nullable(
  v.strictObject({
    source: v.string(),
    url: v.string(),
    licence: v.string(),
    west: degrees,
    south: degrees,
    east: degrees,
    north: degrees,
    /** WebP in base 64; 128 is level ground, darker lies in the shade, lighter in the sun. */
    image: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]+=*$/)),
  }),
);
export type Relief = NonNullable<v.InferOutput<typeof reliefFile>>;
