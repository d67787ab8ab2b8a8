import { describe, expect, it } from 'vitest';
import type { WeighedView } from '../src/api/types';
import { groups, heaviest, share, signedWeight, withInterval } from '../src/weighing';

const reason = (id: string, actor: string | null, weight: number): WeighedView =>
  ({
    said: { id },
    actor: actor ? { id: actor, name: actor } : null,
    weight,
    rule: '',
  }) as WeighedView;

describe('what statements contribute', () => {
  const all = [
    reason('a', 'x', 0),
    reason('b', 'y', 1),
    reason('c', null, 2),
    reason('d', 'x', -3),
    reason('e', 'x', 2),
  ];

  it('stands by actor in the order of the columns, tolls last', () => {
    expect(groups(all, ['y', 'x']).map((group) => group.actor?.id ?? 'toll')).toEqual(['y', 'x', 'toll']);
  });

  it('stands in order of weight whichever way it points, the unheard last', () => {
    expect(groups(all, ['x'])[0]?.reasons.map((one) => one.said.id)).toEqual(['d', 'e', 'a']);
    expect(heaviest(all)).toBe(3);
  });

  it('is written with its sign', () => {
    expect([1.386, -0.3, 0, 0.001].map(signedWeight)).toEqual(['+1.39', '−0.3', '0', '0']);
  });

  it('never rounds a doubt to a certainty', () => {
    expect([0, 0.001, 0.5, 0.999, 1].map(share)).toEqual(['0.00', '<0.01', '0.50', '>0.99', '1.00']);
    expect(withInterval({ support: 0.999, low: 0.43, high: 0.9999 })).toBe('>0.99 [0.43–1.00]');
  });
});
