import { describe, expect, it } from 'vitest';
import type { MatchView, SheetReport, ToldSide } from '../src/api/types';
import { agreement, byOrigin, lines, pieces, signed, standing } from '../src/matches';

const side = (more: Partial<ToldSide>): ToldSide => ({
  telling: { report: 'r-0000000000000001', label: 'i1' },
  title: null,
  outlet: null,
  published: null,
  genre: 'news',
  incident: 'I-1',
  summary: 'Bombing in Oldtown',
  type: 'bombing',
  when: null,
  where: null,
  killed: null,
  wounded: null,
  targets: [],
  weapons: [],
  actors: [],
  words: [],
  ...more,
});

const match = (more: Partial<MatchView>): MatchView => ({
  id: 'x',
  a: side({}),
  b: side({ incident: 'I-2' }),
  weight: 3.5,
  reasons: [],
  joined: false,
  judgement: null,
  ...more,
});

describe('two texts side by side', () => {
  it('part where one has words that the other lacks, whatever the case', () => {
    expect(pieces('Oldtown, North, Afghanistan', 'Afghanistan: OLDTOWN')).toEqual([
      { text: 'Oldtown', shared: true },
      { text: ', ', shared: null },
      { text: 'North', shared: false },
      { text: ', ', shared: null },
      { text: 'Afghanistan', shared: true },
    ]);
  });

  it('lose nothing and add nothing', () => {
    const text = '“Über 40” people — at 6:30 p.m. — died 😀.';
    expect(
      pieces(text, 'people died at Über')
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
    expect(pieces('', 'anything')).toEqual([]);
  });

  it('do not share words that are too short to say anything', () => {
    expect(pieces('at the market', 'at the market', 4)).toEqual([
      { text: 'at the', shared: false },
      { text: ' ', shared: null },
      { text: 'market', shared: true },
    ]);
  });
});

describe('a line', () => {
  it('tells silence from difference', () => {
    expect(agreement('Kabul', 'kabul')).toBe('same');
    expect(agreement('Kabul', 'Herat')).toBe('differs');
    expect(agreement(null, 'Herat')).toBe('one');
    expect(agreement(null, null)).toBe('none');
  });

  it('has the weight of its reason, and is left out where nobody says anything and nothing is weighed', () => {
    const found = lines(
      match({
        a: side({ killed: { low: 12, high: 12 } }),
        b: side({ killed: { low: 16, high: null }, wounded: { low: 3, high: 3 } }),
        reasons: [
          { field: 'toll', a: '', b: '', weight: -0.5 },
          { field: 'text', a: '', b: 'cosine 0.10', weight: 1 },
          { field: 'distance', a: '31.6, 65.7', b: '31.7, 65.7', weight: 2 },
        ],
      }),
    );
    expect(found.map((line) => [line.field, line.agreement, line.reason?.weight ?? null])).toEqual([
      ['type', 'same', null],
      ['toll', 'differs', -0.5],
      ['distance', 'differs', 2],
    ]);
    expect(found[1]?.a).toBe('killed 12');
    expect(found[1]?.b).toBe('killed 16 or more, wounded 3');
  });
});

describe('an actor', () => {
  it('in two stances is the same actor', () => {
    const said = (stance: 'claimed' | 'accused') =>
      side({ actors: [{ id: 'green-brigade', name: 'Green Brigade', stances: [stance], support: null }] });
    const found = lines(match({ a: said('claimed'), b: said('accused') })).find((line) => line.field === 'actor');
    expect(found?.agreement).toBe('same');
    expect(found?.a).toBe('Green Brigade (claimed)');
  });
});

describe('how a pair stands', () => {
  it('is told from the record and from the threshold', () => {
    expect(standing(match({}), 5)).toBe('1.5 below the threshold: kept apart as I-1 and I-2.');
    expect(standing(match({ weight: 6 }), 5)).toMatch(/^1\.0 above the threshold, yet kept apart/);
    expect(standing(match({ weight: 9, joined: true }), 5)).toBe('4.0 above the threshold: joined in I-1.');
  });

  it('has a sign on its bits', () => {
    expect([3.14, -1, 0].map(signed)).toEqual(['+3.1', '−1.0', '0.0']);
  });
});

describe('sources', () => {
  it('stand by origin, each with its copies', () => {
    const report = (number: number, copyOf: number | null): SheetReport => ({
      number,
      id: `r-${number}`,
      title: null,
      outlet: null,
      published: null,
      genre: 'news',
      copyOf,
    });
    const found = byOrigin([report(1, null), report(2, 1), report(3, null), report(4, 1)]);
    expect(found.map(({ origin, copies }) => [origin.number, copies.map((copy) => copy.number)])).toEqual([
      [1, [2, 4]],
      [3, []],
    ]);
  });
});
