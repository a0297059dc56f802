/** Loads the element from the atlas that the address names, and writes down which chapters the map comes to. */
const atlas = new URL(new URLSearchParams(location.search).get('atlas') ?? '../', location.href);
const map = document.getElementById('map');
map.setAttribute('src', atlas.href);

for (const type of ['ready', 'chapter', 'error']) {
  map.addEventListener(`corridor-map:${type}`, ({ detail }) => {
    const line = document.createElement('li');
    line.textContent = `${type} ${JSON.stringify(detail)}`;
    document.getElementById('log').append(line);
  });
}
await import(new URL('corridor-map.js', atlas).href);
