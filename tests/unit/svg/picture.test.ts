import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { computeCamera, computeDrawn, fitCamera, findPlaces } from '../../../src/core/geo/camera.ts';
import { computeBounds, getName } from '../../../src/core/dataset/dataset.ts';
import { type Lang, LANGS } from '../../../src/core/dataset/model.ts';
import { BADGE_ROOM, CHOSEN_ZOOM, interpolateStops, NODE_ICON_SIZE, NODE_ICONS } from '../../../src/core/style/drawing.ts';
import { PALETTES } from '../../../src/core/style/palette.ts';
import { computePerspective, createProjection, type Point } from '../../../src/core/geo/projection.ts';
import { simplify } from '../../../src/core/geo/simplify.ts';
import { clipLine, clipRing, offsetLine, writePathData } from '../../../src/svg/geometry.ts';
import { escapeText, writeElement } from '../../../src/core/markup.ts';
import { getComparedRows, listSubjects } from '../../../src/pages/subject.ts';
import { writePictureCss } from '../../../src/svg/paint.ts';
import { writePicture } from '../../../src/svg/picture.ts';
import { projectLine } from '../../../src/svg/map/project.ts';
import { roundLength } from '../../../src/svg/sheet.ts';
import { measureText, wrapText } from '../../../src/svg/text.ts';
import { NARROW, type PictureRequest, Pictures, WIDE } from '../../../tools/build/pictures.ts';
import { type Built, readBuilt } from '../../../tools/build/read-atlas.ts';

let built: Built;
let pictures: Pictures;
beforeAll(async () => {
  built = await readBuilt('static/data/');
  pictures = new Pictures(built);
});

const filters = { hiddenGroups: [], hiddenModes: [], hiddenStatuses: [], year: null };

describe('a projection', () => {
  const size = { width: 800, height: 600 };

  it('puts the middle in the middle, north up, and hides the far side of the globe', () => {
    const globe = createProjection({ zoom: 2, lon: 50, lat: 40 }, size);
    expect(globe.project(50, 40)).toEqual([400, 300]);
    expect(globe.project(50, 45)[1]).toBeLessThan(300);
    expect(globe.isVisible(-130, -40)).toBe(false);
    expect(globe.horizon()?.length).toBeGreaterThan(50);
  });

  it('has a rim, where the ground is turned away; none on a flat map', () => {
    const globe = createProjection({ zoom: 1.5, lon: 0, lat: 0 }, size);
    const rim = Array.from({ length: 90 }, (_, lon) => lon).filter((lon) => globe.isVisible(lon, 0));
    const turned = rim.filter((lon) => !globe.isFacing(lon, 0));
    expect(turned).toEqual(rim.slice(-turned.length));
    expect(turned.length).toBeGreaterThan(5);
    expect(globe.isFacing(20, 0)).toBe(true);
    expect(createProjection({ zoom: 6, lon: 0, lat: 0 }, size).isFacing(1, 1)).toBe(true);
  });

  it('is plain Web Mercator from near, where 360 degrees are 512 pixels times two to the zoom', () => {
    const flat = createProjection({ zoom: 6, lon: 10, lat: 0 }, size);
    expect(flat.project(11, 0)[0]).toBeCloseTo(400 + (512 * 2 ** 6) / 360, 6);
    expect(flat.horizon()).toBeNull();
    expect(
      projectLine(
        [
          [10, 0],
          [11, 0],
        ],
        createProjection({ zoom: 6, lon: 370, lat: 0 }, size),
      )[0]![0]![0],
    ).toBeCloseTo(400, 6);
  });

  it('ends a line at the horizon', () => {
    const globe = createProjection({ zoom: 1.5, lon: 0, lat: 0 }, size);
    const [part] = projectLine(
      [
        [0, 0],
        [179, 0],
      ],
      globe,
    );
    const radius = Math.max(...globe.horizon()!.map(([x]) => x)) - 400;
    expect(part!.at(-1)![0] - 400).toBeCloseTo(radius, 0);
  });
});

describe('names on the map of a phone', () => {
  it.each(LANGS)('are those of the corridors along their lines, and of the ends: %s', async (lang) => {
    const texts = (await pictures.draw(null, { ...NARROW, lang })).labels.map(({ text }) => text);
    for (const { kind, main, shortName } of built.atlas.corridors.values()) {
      if (kind !== 'corridor') continue;
      expect(
        // One that is long stands on two lines.
        texts.some((text) => text.replaceAll(/\s/g, '').startsWith(shortName![lang]!.replaceAll(/\s/g, ''))),
        `${shortName![lang]} in ${texts.join(', ')}`,
      ).toBe(true);
      const { links } = built.atlas.routes.get(main)!;
      const [first, last] = [links[0]!, links.at(-1)!].map(({ id }) => built.atlas.links.get(id)!.properties);
      const ends = [first!.from, first!.to, last!.from, last!.to].map((id) =>
        getName(lang, built.atlas.nodes.get(id)!.properties),
      );
      expect(ends.filter((name) => texts.includes(name)).length, `${ends.join()} in ${texts.join(', ')}`).toBeGreaterThanOrEqual(
        2,
      );
    }
  });

  it.each(LANGS)('have where the railway begins, beside all that the corridors name: %s', async (lang) => {
    const name = getName(lang, built.atlas.nodes.get('baku')!.properties);
    for (const request of [WIDE, NARROW])
      expect((await pictures.draw(null, { ...request, lang })).labels.map(({ text }) => text)).toContain(name);
    const names = (await pictures.draw(null, { ...WIDE, lang })).labels.filter(({ turn }) => turn);
    expect(names).toHaveLength(2);
  });

  it('keep clear of the badges of places on what is selected', async () => {
    const { camera, labels } = await pictures.draw('btk', NARROW);
    const { size, foot = 0 } = NARROW;
    const view = createProjection(camera, size, { ...computePerspective(size), foot });
    const half = 12 * interpolateStops(NODE_ICON_SIZE, camera.zoom) * BADGE_ROOM;
    const { links } = built.atlas.routes.get('btk')!;
    const ids = new Set(
      links.flatMap(({ id }) => [built.atlas.links.get(id)!.properties.from, built.atlas.links.get(id)!.properties.to]),
    );
    const nodes = [...ids].map((id) => built.atlas.nodes.get(id)!);
    const names = new Set(nodes.map(({ properties }) => getName('en', properties)));
    const badges = nodes.filter(
      ({ properties: { kind, rank } }) => kind in NODE_ICONS && camera.zoom >= (CHOSEN_ZOOM[rank] ?? 0),
    );
    expect(badges.length).toBeGreaterThan(1);
    for (const { geometry } of badges) {
      const [x, y] = view.project(geometry.coordinates[0], geometry.coordinates[1]);
      const over = labels.filter(
        ({ text, box: [left, top, right, bottom] }) =>
          names.has(text) && left < x + half && right > x - half && top < y + half && bottom > y - half,
      );
      expect(over.map(({ text }) => text)).toEqual([]);
    }
  });
});

describe('a camera', () => {
  it('shows all places with the margin that is asked for, and no more', () => {
    const size = { width: 500, height: 400 };
    const places = findPlaces(built.atlas, pictures.ids[0]!);
    const padding = { top: 20, right: 20, bottom: 120, left: 20 };
    const view = createProjection(fitCamera(places, size, { padding }), size);
    const points = places.map(([lon, lat]) => view.project(lon, lat));
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    expect(Math.min(...xs)).toBeGreaterThan(18);
    expect(Math.max(...xs)).toBeLessThan(482);
    expect(Math.min(...ys)).toBeGreaterThan(18);
    expect(Math.max(...ys)).toBeLessThan(282);
    expect(Math.max(Math.max(...xs) - Math.min(...xs) - 440, Math.max(...ys) - Math.min(...ys) - 240)).toBeGreaterThan(-20);
  });

  it('makes a map of another size coincide with a picture, at every zoom', () => {
    const container = { width: 1500, height: 700 };
    for (const zoom of [2.2, 4.4, 6]) {
      const drawn = { camera: { zoom, lon: 50, lat: 40 }, size: { width: 864, height: 740 }, foot: 200 };
      const { camera, perspective, scale } = computeCamera(drawn, container);
      const [ours, theirs] = [
        createProjection(drawn.camera, drawn.size, { ...computePerspective(drawn.size), foot: 200 }),
        createProjection(camera, container, perspective),
      ];
      for (const [lon, lat] of [
        [44, 41],
        [60, 35],
        [50, 40],
      ] as const) {
        const [x, y] = ours.project(lon, lat);
        const [tx, ty] = theirs.project(lon, lat);
        expect(tx).toBeCloseTo((x - 432) * scale + 750, 6);
        expect(ty).toBeCloseTo((y - 270) * scale + 350 - 100 * scale, 6);
      }
    }
  });

  it('is read from the attributes of a picture, and from nothing else', () => {
    expect(computeDrawn('0 0 864 740', '3/40/50')).toEqual({
      camera: { zoom: 3, lat: 40, lon: 50 },
      size: { width: 864, height: 740 },
      foot: 0,
    });
    expect(computeDrawn('', '3/40/50')).toBeNull();
    expect(computeDrawn('0 0 1 1', 'x')).toBeNull();
  });
});

describe('geometry', () => {
  const line: Point[] = [
    [-5, 5],
    [5, 5],
    [15, 5],
  ];

  it('is cut to a frame', () => {
    expect(clipLine(line, [0, 0, 10, 10])).toEqual([
      [
        [0, 5],
        [5, 5],
        [10, 5],
      ],
    ]);
    const ring = clipRing(
      [
        [-5, -5],
        [5, -5],
        [5, 5],
        [-5, 5],
      ],
      [0, 0, 10, 10],
    );
    expect(ring.every(([x, y]) => x >= 0 && y >= 0)).toBe(true);
    expect(ring).toHaveLength(4);
  });

  it('is thinned out, moved aside and written short', () => {
    expect(simplify(line, 0.5)).toEqual([
      [-5, 5],
      [15, 5],
    ]);
    expect(offsetLine(line, 2)[1]).toEqual([5, 7]);
    expect(
      writePathData([
        [0, 0],
        [0.54, -0.5],
        [1, 1],
      ]),
    ).toBe('M0 0l.5-.5 .5 1.5');
    expect(
      writePathData([
        [0, 0],
        [0.01, 0],
      ]),
    ).toBe('');
  });
});

describe('a picture', () => {
  it('sets no name over another, in any language', async () => {
    for (const lang of LANGS) {
      const { labels } = await pictures.draw(null, { ...WIDE, lang });
      expect(labels.length, lang).toBeGreaterThan(20);
      labels.forEach((a, i) => {
        for (const b of labels.slice(i + 1)) {
          const apart = a.box[2] <= b.box[0] || b.box[2] <= a.box[0] || a.box[3] <= b.box[1] || b.box[3] <= a.box[1];
          expect(apart, `${lang}: ${a.text} and ${b.text}`).toBe(true);
        }
      });
    }
  });

  it('names the countries of the corridors, on a phone as many as there is room for, and a dozen places at most', async () => {
    const passed = ['China', 'Kazakhstan', 'Azerbaijan', 'Georgia', 'Türkiye', 'Iran', 'Russia', 'Uzbekistan', 'Turkmenistan'];
    const find = async (request: PictureRequest) => (await pictures.draw(null, request)).labels.map(({ text }) => text);
    const wide = await find(WIDE);
    for (const name of [...passed, 'Caspian Sea', 'Black Sea']) expect(wide).toContain(name);
    const phone = await find(NARROW);
    expect(passed.filter((name) => phone.includes(name)).length, phone.join()).toBeGreaterThanOrEqual(6);
    // Where the corridors begin and end goes before all countries.
    for (const name of ['Xi’an', 'Kapıkule', 'St Petersburg']) for (const names of [wide, phone]) expect(names).toContain(name);
    const nodes = new Set([...built.atlas.nodes.values()].map(({ properties }) => properties.name));
    expect(wide.filter((name) => nodes.has(name)).length).toBeLessThanOrEqual(12);
  });

  it.each(LANGS)('cuts no name at its edge, nor under what a page lays over it, in %s', async (lang) => {
    const { labels } = await pictures.draw(null, { ...NARROW, lang });
    const { width, height } = NARROW.size;
    for (const { text, align, turn, box } of labels) {
      // Fonts of a reader's machine may be a tenth wider than ours.
      const wider = turn ? 0 : (box[2] - box[0]) / 10;
      const [left, right] = [box[0] - (align === 'end' ? wider : 0), box[2] + (align === 'start' ? wider : 0)];
      expect(Math.min(left, box[1], width - right, height - box[3]), text).toBeGreaterThanOrEqual(0);
      for (const over of NARROW.covered ?? []) {
        const apart = box[2] <= over[0] || over[2] <= box[0] || box[3] <= over[1] || over[3] <= box[1];
        expect(apart, text).toBe(true);
      }
    }
  });

  it('names each country that a chosen line is seen to cross, wherever there is room on it', async () => {
    const find = async (id: string, lang: Lang) =>
      (await pictures.draw(id, { size: { width: 680, height: 353 }, lang })).labels.map(({ text }) => text);
    for (const lang of LANGS) {
      const tr = await pictures.loadTranslator(lang);
      const expected = ['AZ', 'GE', 'TR'].map((code) => tr.country(code));
      expect(await find('btk', lang), lang).toEqual(expect.arrayContaining(expected));
    }
    expect(await find('northern', 'en')).toEqual(expect.arrayContaining(['China', 'Kazakhstan', 'Russia', 'Belarus', 'Poland']));
  });

  it('names where compared routes begin and end, on a page read on a phone, too', async () => {
    for (const lang of ['en', 'ru'] as const) {
      const tr = await pictures.loadTranslator(lang);
      for (const value of built.atlas.comparisons) {
        const ends = getComparedRows(built.atlas, value).flatMap(({ resolvedPath: { legs } }) =>
          [legs[0]!, legs.at(-1)!].map(({ link, reversed }, i) => {
            const { from, to } = built.atlas.links.get(link.properties.id)!.properties;
            return (i === 0) === reversed ? to : from;
          }),
        );
        const nodes = ends.map((id) => built.atlas.nodes.get(id)!);
        const subject = { kind: 'comparison', id: value.id, value } as const;
        const { labels } = pictures.drawSubject(tr, subject, { size: { width: 400, height: 340 } });
        const texts = labels.map(({ text }) => text);
        // Of a city and its port there is room for one name.
        const unnamed = nodes.filter(({ geometry: { coordinates: at } }) => {
          const here = nodes.filter(({ geometry: { coordinates: to } }) => Math.hypot(at[0] - to[0], at[1] - to[1]) < 0.5);
          return !here.some(({ properties }) => texts.includes(getName(lang, properties)));
        });
        expect({ id: value.id, lang, unnamed: unnamed.map(({ properties: { id } }) => id) }).toMatchObject({ unnamed: [] });
      }
    }
  });

  it('is the same in a language whether or not it was drawn in another before', async () => {
    const shape = { size: { width: 832, height: 468 } };
    const all = listSubjects(built.atlas);
    const subjects = [...new Set(all.map(({ kind }) => kind))].flatMap((kind) => all.find((one) => one.kind === kind) ?? []);
    const before = await Promise.all((['ka', 'zh'] as const).map((lang) => pictures.loadTranslator(lang)));
    const tr = await pictures.loadTranslator('en');
    for (const subject of subjects) {
      const drawn = new Pictures(built);
      for (const other of before) drawn.drawSubject(other, subject, shape);
      expect(drawn.drawSubject(tr, subject, shape).svg.text).toBe(new Pictures(built).drawSubject(tr, subject, shape).svg.text);
    }
  });

  it('shows a place that has no line beside it with all corridors, and names it', async () => {
    const tr = await pictures.loadTranslator('en');
    const alone = [...built.atlas.claims.values()].filter(({ id, features }) => {
      const found = features.flatMap((feature) => computeBounds(built.atlas, feature) ?? []);
      return computeBounds(built.atlas, id) === null && found.length > 0;
    });
    expect(alone.length).toBeGreaterThan(0);
    for (const value of alone) {
      const { labels } = pictures.drawSubject(tr, { kind: 'claim', id: value.id, value }, { size: { width: 832, height: 468 } });
      const places = value.features.flatMap((id) => built.atlas.nodes.get(built.atlas.events.get(id)?.place ?? id) ?? []);
      const names = places.map(({ properties }) => getName('en', properties));
      expect(labels.map(({ text }) => text)).toEqual(expect.arrayContaining([...names, 'Xi’an', 'Baku']));
    }
  });

  it('names no country on the rim of the globe, where the ground is turned away', async () => {
    const { camera, size, labels } = await pictures.draw('ns-west', { size: { width: 680, height: 353 } });
    const view = createProjection(camera, size);
    const around = built.baseMap.places!.countries.filter(({ names }) => labels.some(({ text }) => text === names['en']));
    expect(around.length).toBeGreaterThan(8);
    expect(around.filter(({ lon, lat }) => !view.isFacing(lon, lat))).toEqual([]);
    // There is one that would else have its name there.
    const hidden = built.baseMap.places!.countries.filter(({ lon, lat }) => view.isVisible(lon, lat) && !view.isFacing(lon, lat));
    expect(hidden.map(({ code }) => code)).toContain('DZ');
  });

  it('says its size and its name itself, for programs that know no style sheet and drop what they do not know', async () => {
    const { svg } = await pictures.draw(null, WIDE);
    const [root] = /^<svg[^>]*>/.exec(svg.text)!;
    expect(root).toContain(`width="${WIDE.size.width}" height="${WIDE.size.height}"`);
    expect(root).toMatch(/aria-label="[^"]{5,}"/);
  });

  it('has names whose halo lies below them also where a program does not know "paint-order"', async () => {
    const { svg, labels } = await pictures.draw(null, WIDE);
    expect(svg.text).not.toContain('paint-order');
    const texts = [...svg.text.matchAll(/<text[^>]*>/g)];
    expect(texts.length).toBe(labels.length);
    // Each group of names: the halo by its id, then the names without a stroke.
    const groups = [...svg.text.matchAll(/<use href="#([\w-]+)" [^>]*stroke="[^"]+"[^>]*\/><g id="([\w-]+)">/g)];
    expect(groups.length).toBeGreaterThan(2);
    for (const [, used, id] of groups) expect(used).toBe(id);
  });

  it('is small enough to be a part of a page', async () => {
    const bytes = async (...requests: Parameters<Pictures['draw']>) =>
      gzipSync((await pictures.draw(...requests)).svg.text).length;
    expect(await bytes(null, WIDE)).toBeLessThan(27_000);
    expect(await bytes(null, NARROW)).toBeLessThan(20_000);
    for (const id of pictures.ids.slice(0, 4)) expect(await bytes(id, WIDE), id).toBeLessThan(30_000);
  });

  it('breaks no strict policy, asks for no other file and escapes what comes from the data', async () => {
    const svg = (await pictures.draw(null, NARROW)).svg.text;
    expect(svg).not.toMatch(/<style|style=|<script|<image|url\(|href="[^#]/);
    const evil = writePicture({
      atlas: built.atlas,
      baseMap: built.baseMap,
      filters,
      theme: 'dark',
      lang: 'en',
      size: { width: 200, height: 200 },
      view: { zoom: 2, lon: 50, lat: 40 },
      title: '</title><script>alert(1)</script>',
      description: '"&\u0000',
    }).svg.text;
    expect(evil).not.toContain('<script');
    expect(evil).not.toContain('\u0000');
    expect(escapeText('<a b="c">&\'')).toBe('&lt;a b=&quot;c&quot;&gt;&amp;&#39;');
    expect(writeElement('a', { b: undefined, c: 'x"y' }).text).toBe('<a c="x&quot;y"/>');
  });

  it('has a rule in the style sheet for every colour that it uses', async () => {
    const svg = (await pictures.draw(pictures.ids.at(-1) ?? null, WIDE)).svg.text;
    const css = writePictureCss(PALETTES.light);
    for (const [, names] of svg.matchAll(/class="([^"]+)"/g)) {
      for (const name of names!.split(' ')) expect(css).toContain(`.${name}{`);
    }
  });
});

describe('a sheet', () => {
  it('has a round scale and lines that fit', () => {
    expect([0.7, 3, 740].map(roundLength)).toEqual([0.5, 2, 500]);
    const lines = wrapText('© OpenStreetMap contributors · Natural Earth · GeoNames', 120, 10);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(measureText(line) * 10).toBeLessThanOrEqual(120);
  });
});
