import { describe, expect, it } from 'vitest';
import {
  calibrate,
  type CalibratedLink,
  CANDIDATES,
  type CalibrationSection,
  predict,
  quantile,
} from '../../../../geo/derive/calibrate.ts';
import { chooseCandidate, findMultiplier, leaveOneOut } from '../../../../geo/derive/leave-one-out.ts';
import { describeShape } from '../../../../geo/derive/line-shape.ts';
import { LINE_KINDS } from '../../../../src/core/dataset/schema/length-model.ts';

const link = (id: string, drawnKm: number, more: Partial<CalibratedLink> = {}): CalibratedLink => ({
  id,
  drawnKm,
  mode: 'rail',
  fidelity: 'stations',
  generalised: false,
  spacingKm: 5,
  winding: 1,
  ...more,
});
const section = (id: string, ratio: number, more: Partial<CalibratedLink> = {}, drawnKm = 100): CalibrationSection => ({
  id,
  km: drawnKm * ratio,
  drawnKm,
  links: [link(`${id}-1`, drawnKm / 2, more), link(`${id}-2`, drawnKm / 2, more)],
});
const [byFidelity] = CANDIDATES;
const RATIOS = [1.01, 1.02, 1.03, 1.02, 1.02, 1.01, 1.03, 1.02, 1.025, 1.015];
const detailed = RATIOS.map((ratio, i) => section(`d${i}`, ratio));
const coarse = [1, 1.3, 1.15, 1.15].map((ratio, i) => section(`c${i}`, ratio, { fidelity: 'towns' }));

describe('the calibration', () => {
  it('gives each kind the median ratio of its sections, which an outlier does not move', () => {
    const { kinds } = calibrate([...detailed, ...coarse], LINE_KINDS, byFidelity!);
    expect(kinds.get('rail-detailed')).toMatchObject({ factor: 1.02, sections: 10 });
    const outlier = calibrate([...detailed, section('mountain', 1.25)], LINE_KINDS, byFidelity!);
    expect(outlier.kinds.get('rail-detailed')).toMatchObject({ factor: 1.02, sections: 11 });
    expect(kinds.get('rail-coarse')!.factor).toBeCloseTo(1.15);
    const errorOf = (kind: 'rail-detailed' | 'rail-coarse') => Math.hypot(kinds.get(kind)!.common, kinds.get(kind)!.own);
    expect(errorOf('rail-coarse')).toBeGreaterThan(2 * errorOf('rail-detailed'));
  });

  it('says where a kind has too few sections, and doubles the errors', () => {
    const { kinds } = calibrate([...detailed, section('ship', 1, { mode: 'sea' })], LINE_KINDS, byFidelity!);
    expect(kinds.get('sea')).toMatchObject({ factor: 1, sections: 1, pooled: true });
    expect(kinds.get('road')).toMatchObject({ factor: 1.02, sections: 0, pooled: true });
    expect(kinds.get('road')!.common).toBeGreaterThanOrEqual(2 * kinds.get('rail-detailed')!.common);
    expect(kinds.get('rail-detailed')).not.toHaveProperty('pooled');
  });

  it('foretells a path of several kinds', () => {
    const fit = calibrate([...detailed, ...coarse], LINE_KINDS, byFidelity!);
    const { km, deviation } = predict({ links: [link('x', 100), link('y', 100, { fidelity: 'hand' })] }, fit);
    expect(km).toBeCloseTo(102 + 115, 1);
    expect(deviation).toBeGreaterThan(1);
  });
});

describe('what a calibration is judged by', () => {
  it('leaves out every section that shares a link with the one that is foretold', () => {
    const twin = { ...section('twin', 2), links: detailed[0]!.links };
    const { rows } = leaveOneOut([...detailed, twin], LINE_KINDS, byFidelity!);
    const first = rows[0]!;
    expect(first.error).toBeCloseTo(1.02 / 1.01 - 1, 3);
  });

  it('chooses the simplest explanation unless another is clearly better', () => {
    expect(chooseCandidate([...detailed, ...coarse], LINE_KINDS).chosen.candidate).toBe(byFidelity);
    const bent = Array.from({ length: 12 }, (_, i) => section(`b${i}`, 1 + i / 100, { winding: i }));
    expect(chooseCandidate(bent, LINE_KINDS).chosen.candidate.name).toContain('winding');
  });

  it('takes the width of the interval from the share of left-out sections that lie in it', () => {
    const trial = leaveOneOut([...detailed, ...coarse], LINE_KINDS, byFidelity!);
    const z = findMultiplier(trial, 0.8);
    const inside = trial.rows.filter(
      ({ km, deviation, section: { km: published } }) => Math.abs(km - published) <= z * deviation + 1e-9,
    );
    expect(inside.length / trial.rows.length).toBeGreaterThanOrEqual(0.8);
    expect(findMultiplier({ ...trial, rows: [] }, 0.8)).toBeCloseTo(1.2816);
  });
});

it('a line is described by the spacing of its known points and by how much it turns at them', () => {
  const straight = describeShape([
    [0, 0],
    [1, 0],
    [2, 0],
  ]);
  expect(straight.spacingKm).toBeCloseTo(111.2, 0);
  expect(straight.winding).toBeCloseTo(0);
  const corner = describeShape([
    [0, 0],
    [0.1, 0],
    [0.1, 0.1],
  ]);
  expect(corner.winding).toBeCloseTo(90 / 22.24, 1);
});

it('a quantile lies between neighbours in proportion', () => {
  expect(quantile([3, 1, 2], 0.5)).toBe(2);
  expect(quantile([1, 2], 0.25)).toBe(1.25);
  expect(quantile([], 0.5)).toBe(0);
});
