const atlas = new URL(new URLSearchParams(location.search).get('atlas') ?? '../', location.href);
const map = document.getElementById('map');
map.setAttribute('src', atlas.href);
map.addEventListener('corridor-map:shipment', ({ detail }) => {
  document.getElementById('answer').textContent = detail.shipments?.map(({ id, state }) => `${id} ${state}`).join(', ');
});
await import(new URL('corridor-map.js', atlas).href);
const event = (classifier, type, time, place) => ({ eventType: 'TRANSPORT', eventClassifierCode: classifier, transportEventTypeCode: type, eventDateTime: time, references: [{ referenceType: 'EQ', referenceValue: 'CATU0003010' }], transportCall: { modeOfTransport: 'RAIL', location: { locationName: place } } });
// In earnest the forwarder’s own server gives these events, and the page calls this again whenever there are new ones.
await map.setShipment([event('ACT', 'DEPA', '2026-11-01T08:00:00+08:00', 'Xi’an'), event('ACT', 'ARRI', '2026-11-11T06:00:00+05:00', 'Aktau port'), event('PLN', 'ARRI', '2026-11-18T08:00:00+04:00', 'Poti port')]);
