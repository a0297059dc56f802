/** The embed page's side of the conversation with its host page. */
import {
  createEnvelope,
  createLimit,
  type Envelope,
  type Incoming,
  isFrom,
  NAMESPACE,
  type Outgoing,
  readMessage,
} from '../../core/embed/protocol.ts';

export interface BridgeOptions {
  /** The window that the conversation is with. */
  peer: Pick<Window, 'postMessage'>;
  /** The only origin that messages are taken from and sent to; null for any. */
  origin: string | null;
  /** Milliseconds of some clock. */
  now(): number;
  /** Calls once, after a while. */
  schedule(then: () => void): void;
  /** Does what a message asks for and gives the answer. */
  answer(command: Incoming): Promise<Envelope['payload']>;
}

export interface Bridge {
  send(type: Outgoing, payload: Envelope['payload']): void;
  receive(event: { data: unknown; origin: string; source: unknown }): void;
}

export function openBridge({ peer, origin, now, schedule, answer }: BridgeOptions): Bridge {
  const passesLimit = createLimit();
  let sent = 0;
  let ignored = 0;
  const post = (id: string, type: Outgoing, payload: Envelope['payload']): void =>
    peer.postMessage(createEnvelope(id, type, payload), origin ?? '*');
  const send = (type: Outgoing, payload: Envelope['payload']): void => {
    sent += 1;
    post(`e${String(sent)}`, type, payload);
  };

  /** Says once, with the number by then, that messages were ignored. */
  const ignore = (): void => {
    ignored += 1;
    if (ignored === 1) schedule(() => send('error', { code: 'ignored', count: ignored }));
  };

  return {
    send,
    receive(event) {
      if (!isOurs(event.data)) return;
      if (!isFrom(event, { source: peer, origin })) {
        ignore();
        return;
      }
      const command = passesLimit(now()) ? readMessage(event.data) : 'bad';
      if (typeof command === 'string') ignore();
      else void answer(command).then((payload) => post(command.id, command.type, payload));
    },
  };
}

/** True for what claims to be of the protocol; the rest is the business of others. */
const isOurs = (data: unknown): boolean => typeof data === 'object' && data !== null && 'ns' in data && data.ns === NAMESPACE;
