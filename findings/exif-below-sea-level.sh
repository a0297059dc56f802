#!/usr/bin/env bash
# Expected: as South and West make a coordinate negative, "below sea level" makes the altitude
#   negative.
# Happens: both readers turn the letters of latitude and longitude into signs, but give the altitude
#   as it stands, beside a byte 1.
# Matters: ports and railways of the Caspian and the Dead Sea come out 56 to 860 m too high.
# Source: https://www.cipa.jp/std/documents/e/DC-008-Translation-2019-E.pdf (GPSAltitudeRef);
#   https://github.com/MikeKovarik/exifr
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps exifr@7.1.3 exif-parser@0.1.12 piexifjs@1.0.6
for name in exifr exif-parser piexifjs; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import exifr from 'exifr';
import exifParser from 'exif-parser';
import piexif from 'piexifjs';

const { GPSIFD, GPSHelper } = piexif;
const gps = {
  [GPSIFD.GPSLatitudeRef]: 'S',
  [GPSIFD.GPSLatitude]: GPSHelper.degToDmsRational(40.4),
  [GPSIFD.GPSLongitudeRef]: 'E',
  [GPSIFD.GPSLongitude]: GPSHelper.degToDmsRational(49.8),
  [GPSIFD.GPSAltitudeRef]: 1,
  [GPSIFD.GPSAltitude]: [28, 1],
};
// The head of a picture is enough: start, APP0, end.
const head = `data:image/jpeg;base64,${Buffer.from('ffd8ffe000104a46494600010100000100010000ffda0008010100003f00ffd9', 'hex').toString('base64')}`;
const photo = Buffer.from(piexif.insert(piexif.dump({ GPS: gps }), head).split(',')[1], 'base64');
const first = await exifr.parse(photo, { gps: true });
const { tags } = exifParser.create(photo).enableImageSize(false).parse();
console.log('exifr', first.latitude, first.GPSAltitude, '| exif-parser', tags.GPSLatitude, tags.GPSAltitude);
assert.ok(first.latitude < 0 && tags.GPSLatitude < 0);
assert.equal(first.GPSAltitude, 28);
assert.equal(tags.GPSAltitude, 28);
JS
node probe.mjs
