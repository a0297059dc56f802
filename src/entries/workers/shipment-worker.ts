/** The worker that reads files of shipments, keeps what it read, and answers what the page asks. It fetches the dataset and nothing else. */
import { createDeskServer, type Call } from '../../core/shipments/view/desk-server.ts';

const serve = createDeskServer({
  fetch: (url, init) => fetch(url, init),
  post: (answer) => self.postMessage(answer),
  pause: () => new Promise((resolve) => setTimeout(resolve)),
  now: () => performance.now(),
});

self.onmessage = ({ data }: MessageEvent<Call>): void => void serve(data);
