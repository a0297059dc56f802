/** What the page shows of imports. */
import type { Phase, Source } from '../../core/import/convert.ts';
import type { ReportedIssue } from '../../core/import/checks/issues.ts';
import type { Repair } from '../../core/import/checks/repair.ts';
import type { ImportedRoute } from '../../core/import/routes/imported-route.ts';
import type { Position } from '../../core/dataset/model.ts';

/** What came of one file. */
export interface Report {
  n: number;
  name: string;
  added: string[];
  issues: ReportedIssue[];
  more: number;
  /** To try again with another order of axes or another unit. */
  source: Source | null;
}

export interface Running {
  name: string;
  phase: Phase;
  done: number;
}

/** A line that is being drawn or edited; `id` of the route that it will replace. */
export interface Draft {
  id: string | null;
  name: string;
  line: Position[];
}

/** A route that is not in the list yet. */
export type Unlisted = ImportedRoute & { linked: boolean };

/** `linked` came with the address and is not saved. */
export type MyRoute = Unlisted & { added: number };

/** What a reader gave, read only once it is its turn. */
export interface Given {
  name: string;
  load: () => Promise<Source> | Source;
  repair?: Repair | undefined;
}
