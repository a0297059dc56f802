import type { OpenPathPort } from '../../../../src/app/finder/path-queue.ts';
import { createPathServer, type PathCall } from '../../../../src/core/compare/path-server.ts';

/** A server whose calls are kept until they are run. */
export function createHeldServer() {
  const calls: PathCall[] = [];
  let serve: (call: PathCall) => void = () => undefined;
  const open: OpenPathPort = (receive) => {
    // As a message between two threads does.
    serve = createPathServer((answer) => receive(structuredClone(answer)));
    return { post: (call) => void calls.push(structuredClone(call)) };
  };
  const run = (): void => {
    for (const call of calls.splice(0)) serve(call);
  };
  return { calls, open, run };
}
