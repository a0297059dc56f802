#!/usr/bin/env bash
# Expected: fields that were not sent are undefined or null.
# Happens: reading them gives the defaults of the generated class: occupancyStatus 0 (EMPTY),
#   bearing 0.
# Matters: all vehicles of operators without counters show as empty. Only Object.hasOwn tells the
#   two apart.
# Source: https://github.com/google/transit/issues/247
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps gtfs-realtime-bindings@2.2.0
for name in gtfs-realtime-bindings; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import bindings from 'gtfs-realtime-bindings';

const { FeedMessage, VehiclePosition } = bindings.transit_realtime;
const sent = { header: { gtfsRealtimeVersion: '2.0' }, entity: [{ id: '1', vehicle: { position: { latitude: 40.4, longitude: 49.8 } } }] };
const { vehicle } = FeedMessage.decode(FeedMessage.encode(FeedMessage.create(sent)).finish()).entity[0];
const seen = { occupancy: VehiclePosition.OccupancyStatus[vehicle.occupancyStatus], bearing: vehicle.position.bearing };
console.log(seen, 'sent:', Object.hasOwn(vehicle, 'occupancyStatus'));
assert.deepEqual(seen, { occupancy: 'EMPTY', bearing: 0 });
assert.ok(!Object.hasOwn(vehicle, 'occupancyStatus'));
JS
node probe.mjs
