import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FlatQueue } from '../../../../../src/core/routing/search/flat-queue.ts';

it('gives what costs least, whatever is put in between', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 50 }), { nil: null })), (steps) => {
      const queue = new FlatQueue();
      const left: { item: number; cost: number }[] = [];
      steps.forEach((cost, item) => {
        if (cost !== null) {
          queue.push(item, cost);
          left.push({ item, cost });
          return;
        }
        const least = Math.min(...left.map((one) => one.cost));
        expect(queue.least).toBe(left.length > 0 ? least : NaN);
        const taken = queue.pop();
        const at = left.findIndex(({ item: one }) => one === taken);
        expect(left[at]?.cost ?? NaN).toBe(left.length > 0 ? least : NaN);
        left.splice(at, 1);
      });
    }),
    { numRuns: 500 },
  );
});
