/** How well a calibration foretells what it has not seen. */
import type { LineKind } from '../../src/core/dataset/schema/length-model.ts';
import { calibrate, type Candidate, CANDIDATES, type CalibrationSection, predict, quantile } from './calibrate.ts';

export interface LeftOut {
  section: CalibrationSection;
  /** Predicted by all other sections that share no link with it, kilometres. */
  km: number;
  deviation: number;
  /** Predicted over published, less one. */
  error: number;
}

export interface Trial {
  candidate: Candidate;
  rows: LeftOut[];
  /** Of the absolute errors. */
  mean: number;
  median: number;
}

/** A later, less simple candidate has to be better by this share of the error. */
const WORTH_IT = 0.05;

/** Leaves out each section, and whatever overlaps it. */
export function leaveOneOut(sections: readonly CalibrationSection[], kinds: readonly LineKind[], candidate: Candidate): Trial {
  const rows = sections.map((section): LeftOut => {
    const ids = new Set(section.links.map(({ id }) => id));
    const others = sections.filter(({ links }) => !links.some(({ id }) => ids.has(id)));
    const { km, deviation } = predict(section, calibrate(others, kinds, candidate));
    return { section, km, deviation, error: km / section.km - 1 };
  });
  const errors = rows.map(({ error }) => Math.abs(error));
  const mean = errors.reduce((sum, error) => sum + error, 0) / (errors.length || 1);
  return { candidate, rows, mean, median: quantile(errors, 0.5) };
}

/** All candidates left-out, and the one to use: the simplest that no other beats clearly. */
export function chooseCandidate(
  sections: readonly CalibrationSection[],
  kinds: readonly LineKind[],
): { trials: Trial[]; chosen: Trial } {
  const trials = CANDIDATES.map((candidate) => leaveOneOut(sections, kinds, candidate));
  const chosen = trials.reduce((best, trial) => (trial.mean < best.mean * (1 - WORTH_IT) ? trial : best));
  return { trials, chosen };
}

/** Half the width of an interval, in standard deviations, that holds this share of the left-out sections. */
export function findMultiplier({ rows }: Trial, level: number): number {
  if (rows.length < ENOUGH_ROWS) return NORMAL_80;
  const needed = rows.map(({ km, deviation, section }) => Math.abs(km - section.km) / deviation).sort((a, b) => a - b);
  return needed[Math.max(0, Math.ceil(level * needed.length) - 1)]!;
}

/** Fewer left-out sections than this say nothing of how wide an interval has to be. */
const ENOUGH_ROWS = 10;
/** That of a normal distribution, where there is nothing to learn from. */
const NORMAL_80 = 1.2816;
