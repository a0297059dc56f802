import type { Mode, Status } from '../../dataset/model.ts';

/** How a line is drawn: status and mode are told by the pattern, so that colour is never the only sign. */
export type Pattern = 'rail' | 'sea' | 'road' | 'under-construction' | 'planned' | 'closed';

export function getPattern(mode: Mode, status: Status): Pattern {
  return status === 'open' ? mode : status;
}
