import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../../geo/read/config.ts';

describe('the shaded mountains', () => {
  it('are those of the region, with source and licence, small enough for a slow line', () => {
    const { region, relief } = readConfig('geo', []);
    expect(relief).toMatchObject({ ...region.detailed, licence: 'public domain' });
    const bytes = Buffer.from(relief!.image, 'base64');
    expect(bytes.length).toBeLessThan(150_000);
    expect([bytes.toString('latin1', 0, 4), bytes.toString('latin1', 8, 12)]).toEqual(['RIFF', 'WEBP']);
  });

  it('are left out by an atlas that has none', () => {
    expect(readConfig('tests/fixtures/atlas-south', []).relief).toBe(null);
  });
});
