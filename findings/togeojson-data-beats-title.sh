#!/usr/bin/env bash
# Expected: the title in KML's <name> and the field "name" of the extended data are two things; the
#   title wins.
# Happens: both go into one flat object and the field comes last.
# Matters: files exported from tables carry such fields (an internal code, a blank), and the map
#   lists them instead of titles.
# Source: https://github.com/placemark/togeojson;
#   https://developers.google.com/kml/documentation/extendeddata
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @tmcw/togeojson@7.1.3 @xmldom/xmldom@0.9.12
for name in @tmcw/togeojson @xmldom/xmldom; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';

const text = `<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>Port of Alat</name>
<ExtendedData><Data name="name"><value>row 17</value></Data></ExtendedData>
<Point><coordinates>49.4,39.9</coordinates></Point></Placemark></kml>`;
const [{ properties }] = kml(new DOMParser().parseFromString(text, 'text/xml')).features;
console.log(properties);
assert.equal(properties.name, 'row 17');
JS
node probe.mjs
