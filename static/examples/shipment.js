const atlas = new URL(new URLSearchParams(location.search).get('atlas') ?? '../', location.href);
const map = document.getElementById('map');
map.setAttribute('src', atlas.href);
map.addEventListener('corridor-map:shipment', ({ detail }) => {
  document.getElementById('answer').textContent = detail.shipments.map(({ id, state }) => `${id} ${state}`).join(', ');
});
await import(new URL('corridor-map.js', atlas).href);
const event = (type, time, place) => ({ eventType: 'TRANSPORT', eventClassifierCode: 'ACT', transportEventTypeCode: type, eventDateTime: time, references: [{ referenceType: 'EQ', referenceValue: 'CATU0003010' }], transportCall: { UNLocationCode: place, modeOfTransport: 'RAIL' } });
// In earnest the forwarder’s own server gives these events, and the page calls this again whenever there are new ones.
await map.setShipment([event('DEPA', '2026-11-01T08:00:00+08:00', 'CNXAG'), event('ARRI', '2026-11-11T06:00:00+05:00', 'KZAAU')]);
