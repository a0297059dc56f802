/* Says in one line that Node is too old; written so that an old one can run it. Runs before the scripts of package.json. */
var parts = process.versions.node.split('.').map(Number);
var needed = require('../../package.json').engines.node.replace('>=', '');
var least = needed.split('.').map(Number);
if (parts[0] < least[0] || (parts[0] === least[0] && parts[1] < least[1])) {
  console.error('Corridor Atlas needs Node ' + needed + ' or newer; this is ' + process.versions.node + '. Get it from https://nodejs.org/.');
  process.exit(1);
}
