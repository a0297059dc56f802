/** `npm run --silent import -- FILE …`: reads files of routes as the page does. */
import { readFileSync, statSync } from 'node:fs';
import { main } from './commands/import.ts';

void main(process.argv.slice(2), {
  read: (file) => readFileSync(file),
  measure: (file) => statSync(file).size,
  print: (text) => void process.stdout.write(`${text}\n`),
  complain: (text) => void process.stderr.write(`${text}\n`),
}).then((status) => {
  process.exitCode = status;
});
