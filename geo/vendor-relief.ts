/**
 * `tsx geo/vendor-relief.ts`: shades the mountains of the region for the live map and writes them to `geo/config/relief.json`, a grey
 * picture in Web Mercator. Heights are NOAA's ETOPO5 (1988, public domain), one each 5 minutes of arc or about 9 km, out of Debian's
 * package `ferret-datasets` (28 MB). Chromium, which `CHROME_PATH` may name, writes the WebP.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Relief } from '../src/core/dataset/load/relief.ts';
import { buildBaseMap } from './base-map/base-map.ts';
import { readConfig } from './read/config.ts';

const PACKAGE = 'ferret-datasets';
const HOME = fileURLToPath(new URL('.', import.meta.url));
/** Of the file, as its head says: rows of heights in metres from the south pole, each from Greenwich eastwards. */
const GRID = { file: 'usr/share/ferret-vis/data/etopo5.cdf', begin: 52552, columns: 4320, rows: 2161, perDegree: 12 };
/** Pixels of the picture for a degree of longitude. */
const PER_DEGREE = 10;
/** Where the sun stands, as in atlases, in degrees. */
const SUN = { azimuth: 315, altitude: 40 };
/** How much steeper mountains are drawn: in a grid of 9 km they are flat. */
const STEEPER = 20;
/** Shades that are left out, of 127: plains keep the colour of land. */
const LEAST = 9;
/** Degrees over which the shades end at the edges of the picture. */
const FADE = 4;
/** Cells round one that are asked whether they are level, of which share terraces begin and end, and how wide they are smoothed. */
const TERRACE = { around: 13, share: [0.1, 0.3], width: 3 } as const;
/** The sea is flat; the Caspian lies 28 m below the others. */
const SEA_LEVEL = -28;
/** Of the WebP, of 1. */
const QUALITY = 0.6;
const RADIANS = Math.PI / 180;

const toMercator = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)) / RADIANS;
const fromMercator = (y: number): number => (2 * Math.atan(Math.exp(y * RADIANS)) - Math.PI / 2) / RADIANS;

/** Heights in metres row by row, as the package has them, level at sea. */
function readGrid(): Float32Array {
  const temporary = mkdtempSync(join(tmpdir(), 'relief-'));
  try {
    execFileSync('apt-get', ['download', PACKAGE], { cwd: temporary });
    execFileSync('dpkg', ['-x', readdirSync(temporary)[0] ?? '', '.'], { cwd: temporary });
    const bytes = readFileSync(join(temporary, GRID.file));
    return Float32Array.from({ length: GRID.columns * GRID.rows }, (_, i) =>
      Math.max(bytes.readFloatBE(GRID.begin + 4 * i), SEA_LEVEL),
    );
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

/** A grid whose values are weighted with those of its neighbours, first in its rows, then in its columns. */
function blur(grid: Float32Array, weights: readonly number[]): Float32Array {
  const reach = (weights.length - 1) / 2;
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const pass = (from: Float32Array, step: number): Float32Array =>
    from.map((own, i) => weights.reduce((all, weight, n) => all + weight * (from[i + (n - reach) * step] ?? own), 0) / sum);
  return pass(pass(grid, 1), GRID.columns);
}

/** Weights of a normal distribution with a width in cells. */
const weighNormally = (width: number): number[] =>
  Array.from({ length: 6 * width + 1 }, (_, i) => Math.exp(-((i - 3 * width) ** 2) / (2 * width ** 2)));

/**
 * Without the terraces of 500 feet that the grid has where it was made of contour lines, as in the north of China: the larger the
 * share of cells round a place that are as high as the next one, the smoother it becomes.
 */
function smoothTerraces(grid: Float32Array): Float32Array {
  const around = Array.from({ length: TERRACE.around }, () => 1);
  const land = blur(
    grid.map((height) => Number(height > SEA_LEVEL)),
    around,
  );
  const even = blur(
    grid.map((height, i) => Number(height > SEA_LEVEL && height === grid[i + 1] && height === grid[i + GRID.columns])),
    around,
  );
  const smooth = blur(grid, weighNormally(TERRACE.width));
  const [least, most] = TERRACE.share;
  return grid.map((height, i) => {
    const share = (even[i] ?? 0) / Math.max(land[i] ?? 0, 0.01);
    const weight = Math.max(0, Math.min(1, (share - least) / (most - least)));
    return height + weight * ((smooth[i] ?? height) - height);
  });
}

/** Answers the height of a place, between the points of the grid. */
function readHeights(): (lon: number, lat: number) => number {
  const grid = smoothTerraces(readGrid());
  const read = (column: number, row: number): number =>
    grid[row * GRID.columns + ((column + GRID.columns) % GRID.columns)] ?? SEA_LEVEL;
  return (lon, lat) => {
    const [x, y] = [lon * GRID.perDegree, (lat + 90) * GRID.perDegree];
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const [right, up] = [x - column, y - row];
    const low = read(column, row) * (1 - right) + read(column + 1, row) * right;
    const high = read(column, row + 1) * (1 - right) + read(column + 1, row + 1) * right;
    return low * (1 - up) + high * up;
  };
}

/** How much brighter a slope is than level ground, from -1 to 1. */
function shade(lon: number, lat: number, getHeight: (lon: number, lat: number) => number): number {
  const step = 1 / PER_DEGREE;
  const metres = 2 * step * 111_195;
  const east = ((getHeight(lon + step, lat) - getHeight(lon - step, lat)) / (metres * Math.cos(lat * RADIANS))) * STEEPER;
  const north = ((getHeight(lon, lat + step) - getHeight(lon, lat - step)) / metres) * STEEPER;
  const [azimuth, altitude] = [SUN.azimuth * RADIANS, SUN.altitude * RADIANS];
  const towards = east * Math.sin(azimuth) + north * Math.cos(azimuth);
  const light = (Math.sin(altitude) - Math.cos(altitude) * towards) / Math.hypot(1, east, north);
  return light - Math.sin(altitude);
}

/** The grey picture, row by row from the north. */
function drawShades({ west, south, east, north }: Bounds): { width: number; height: number; levels: Uint8Array } {
  const getHeight = readHeights();
  const { isLand } = buildBaseMap(readConfig(HOME, []));
  const [top, bottom] = [toMercator(north), toMercator(south)];
  const [width, height] = [Math.round((east - west) * PER_DEGREE), Math.round((top - bottom) * PER_DEGREE)];
  const levels = new Uint8Array(width * height).fill(128);
  for (let y = 0; y < height; y++) {
    const lat = fromMercator(top - (y + 0.5) / PER_DEGREE);
    for (let x = 0; x < width; x++) {
      const lon = west + (x + 0.5) / PER_DEGREE;
      const edge = Math.min(1, (lon - west) / FADE, (east - lon) / FADE, (lat - south) / FADE, (north - lat) / FADE);
      const level = Math.round(127 * edge * shade(lon, lat, getHeight));
      if (Math.abs(level) >= LEAST && isLand([lon, lat])) levels[y * width + x] = 128 + Math.max(-127, Math.min(127, level));
    }
  }
  return { width, height, levels };
}

/** A grey picture as WebP in base 64. */
async function encode({ width, height, levels }: ReturnType<typeof drawShades>): Promise<string> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage();
    return await page.evaluate(
      async ({ size, quality, text }) => {
        const grey = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
        const canvas = new OffscreenCanvas(size.width, size.height);
        const image = new ImageData(size.width, size.height);
        grey.forEach((level, i) => image.data.set([level, level, level, 255], 4 * i));
        canvas.getContext('2d')?.putImageData(image, 0, 0);
        const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
        const bytes = new Uint8Array(await blob.arrayBuffer());
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      },
      { size: { width, height }, quality: QUALITY, text: Buffer.from(levels).toString('base64') },
    );
  } finally {
    await browser.close();
  }
}

type Bounds = Pick<Relief, 'west' | 'south' | 'east' | 'north'>;

const { detailed: bounds } = readConfig(HOME, []).region;
const relief: Relief = {
  source: `ETOPO5, National Geophysical Data Center, NOAA, by Debian's package ${PACKAGE}`,
  url: 'https://www.ncei.noaa.gov/products/etopo-global-relief-model',
  licence: 'public domain',
  ...bounds,
  image: await encode(drawShades(bounds)),
};
writeFileSync(join(HOME, 'config', 'relief.json'), `${JSON.stringify(relief, null, 1)}\n`);
