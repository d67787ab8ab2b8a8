import { expect, it } from 'vitest';
import { ticks } from '../src/parts/TollPlot';

it('the scale of tolls begins at none and reaches the highest', () => {
  expect(ticks(145)).toEqual([0, 50, 100, 150]);
  expect(ticks(3)).toEqual([0, 1, 2, 3]);
  expect(ticks(0)).toEqual([0, 1]);
  expect(ticks(551).at(-1)).toBeGreaterThanOrEqual(551);
});
