/** Loads the element from the atlas that the address names, and writes down what the map tells. */
const query = new URLSearchParams(location.search);
const atlas = new URL(query.get('atlas') ?? '../', location.href);
const map = document.getElementById('map');
const log = document.getElementById('log');

for (const name of ['feature', 'routes', 'corridors', 'lang', 'theme', 'controls', 'activate', 'sandbox']) {
  const value = query.get(name);
  if (value !== null) map.setAttribute(name, value);
}
map.setAttribute('src', atlas.href);
map.setAttribute('frame-title', 'Map of the corridor');

for (const type of ['ready', 'select', 'view', 'compare', 'error']) {
  map.addEventListener(`corridor-map:${type}`, ({ detail }) => {
    const line = document.createElement('li');
    line.textContent = `${type} ${JSON.stringify(detail)}`;
    log.append(line);
  });
}
const links = document.querySelector('.links');
for (const id of (query.get('link') ?? '').split(',').filter(Boolean)) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.corridorFeature = id;
  button.textContent = id;
  links.append(button);
}
await import(new URL('corridor-map.js', atlas).href);
