/** The worker that searches paths: what it needs of the network it is sent. */
import { createPathServer, type PathCall } from '../../core/compare/path-server.ts';

const serve = createPathServer((answer) => self.postMessage(answer));

self.onmessage = ({ data }: MessageEvent<PathCall>): void => serve(data);
