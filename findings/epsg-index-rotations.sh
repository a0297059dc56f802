#!/usr/bin/env bash
# Expected: a list of definitions for proj4 puts a point of the Soviet grid system of 1942 where it is.
# Happens: epsg-index has the three rotations with the opposite sign: EPSG publishes them for many systems
#   in the "coordinate frame" convention, +towgs84 takes the "position vector" one. epsg-to-proj leaves the
#   whole shift out. Near Baku that is 28 m and 98 m, near Stockholm (RT90) 256 m, near Brussels 65 m; other
#   systems, such as Romania's, are right in the same list. No error, no warning.
# Matters: survey plans and topographic sheets of all the former Soviet Union are in these grids. A railway
#   drawn from them runs beside the one on the map, by little enough to be taken for a fault of the survey.
#   The older list "epsg" has these right; check one known point per system, whatever the list.
# Source: https://github.com/maptiler/epsg.io/issues/190; https://github.com/OSGeo/PROJ/pull/4172;
#   https://github.com/OSGeo/proj.4/issues/1091 (convention of +towgs84);
#   https://epsgtransform.com/transform/epsg-4284-to-epsg-4740 (EPSG:15844: the signs and
#   the convention of the rotations of 1942; EPSG:15865 in PROJ's proj.db has the values of epsg-index)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps proj4@2.22.0 epsg-index@2.0.0 epsg@0.5.0 epsg-to-proj@1.0.0
for name in proj4 epsg-index epsg epsg-to-proj; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.cjs <<'JS'
const assert = require('node:assert/strict');
const proj4 = require('proj4');
const index = require('epsg-index/all.json');
const epsg = require('epsg');
const toProj = require('epsg-to-proj');

const reverseRotations = (definition) =>
  definition.replace(/(\+towgs84=)(\S+)/, (_, name, values) => {
    const turned = values.split(',').map((value, at) => (at > 2 && at < 6 ? -value : value));
    return name + turned;
  });
const metresBetween = ([west, south], [east, north]) => {
  const degree = 111_195;
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  return Math.round(Math.hypot((east - west) * degree * shrink, (north - south) * degree));
};
const place = (definition, point) => proj4(definition, 'EPSG:4326', point);

const baku = [49.87, 40.41];
const published = place(reverseRotations(index[4284].proj4), baku);
const found = {
  epsg: metresBetween(published, place(epsg['EPSG:4284'], baku)),
  'epsg-index': metresBetween(published, place(index[4284].proj4, baku)),
  'epsg-to-proj': metresBetween(published, place(toProj[4284], baku)),
};
console.log('1942 system near Baku, metres off:', found);
assert.ok(found.epsg <= 5);
assert.equal(found['epsg-index'], 28);
assert.equal(found['epsg-to-proj'], 98);

// the two lists name the same shift elsewhere too, with opposite signs
for (const [code, point, metres] of [
  [4124, [18.07, 59.33], 256],
  [4313, [4.35, 50.85], 65],
]) {
  const off = metresBetween(place(index[code].proj4, point), place(epsg[`EPSG:${code}`], point));
  console.log(`${index[code].name}: ${off} m between epsg-index and epsg`);
  assert.ok(Math.abs(off - metres) <= 5, `${off}`);
  const turned = place(reverseRotations(index[code].proj4), point);
  assert.ok(metresBetween(turned, place(epsg[`EPSG:${code}`], point)) <= 1);
}
assert.match(index[3844].proj4, /2\.329,-147\.042,-92\.08,0\.309,-0\.325,-0\.497,5\.69/); // Romania: right
assert.match(epsg['EPSG:3844'], /2\.329,-147\.042,-92\.08,0\.309,-0\.325,-0\.497,5\.69/);
JS
node probe.cjs
