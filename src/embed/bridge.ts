/** The embed page's side of the conversation with the page round it. */
import {
  createLimit,
  type Envelope,
  createEnvelope,
  type Incoming,
  isFrom,
  NAMESPACE,
  type Outgoing,
  readMessage,
} from '../core/embed/protocol.ts';

export interface BridgeOptions {
  /** The window that the conversation is with. */
  peer: Pick<Window, 'postMessage'>;
  /** The only origin that is listened and told to; null for any. */
  origin: string | null;
  /** Milliseconds of some clock. */
  now(): number;
  /** Calls once, after a while. */
  later(then: () => void): void;
  /** Does what a message asks for and gives the answer. */
  answer(ask: Incoming): Promise<Envelope['payload']>;
}

export interface Bridge {
  tell(type: Outgoing, payload: Envelope['payload']): void;
  hear(event: { data: unknown; origin: string; source: unknown }): void;
}

export function openBridge({ peer, origin, now, later, answer }: BridgeOptions): Bridge {
  const passes = createLimit();
  let sent = 0;
  let ignored = 0;
  const post = (id: string, type: Outgoing, payload: Envelope['payload']): void =>
    peer.postMessage(createEnvelope(id, type, payload), origin ?? '*');
  const tell = (type: Outgoing, payload: Envelope['payload']): void => post(`e${String((sent += 1))}`, type, payload);

  /** Says once, with how many there were by then, that messages were ignored. */
  const ignore = (): void => {
    ignored += 1;
    if (ignored === 1) later(() => tell('error', { code: 'ignored', count: ignored }));
  };

  return {
    tell,
    hear(event) {
      if (!isFrom(event, { source: peer, origin })) {
        if (isOurs(event.data)) ignore();
        return;
      }
      if (!isOurs(event.data)) return;
      const ask = passes(now()) ? readMessage(event.data) : 'bad';
      if (typeof ask === 'string') ignore();
      else void answer(ask).then((payload) => post(ask.id, ask.type, payload));
    },
  };
}

/** True for what claims to be of the protocol; the rest is the business of others. */
const isOurs = (data: unknown): boolean => typeof data === 'object' && data !== null && 'ns' in data && data.ns === NAMESPACE;
