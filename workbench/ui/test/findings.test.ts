import { describe, expect, it } from 'vitest';
import {
  figure,
  findingsQuery,
  grounds,
  isHit,
  stretches,
  type Course,
  type Ground,
  type Relation,
} from '../src/findings';
import { every, linear, logarithmic, steps } from '../src/plots';

const rate = (mean: number) => ({ mean, interval: { low: mean - 1, high: mean + 1 } });

describe('a page of findings', () => {
  it('asks for its kinds in the part of the record that the address names', () => {
    const params = new URLSearchParams('actor=a&other=b&country=AF&status=weak');
    expect(findingsQuery('escalation', params, 'claims-first').toString()).toBe(
      'kind=escalation&kind=unusual-month&kind=near-simultaneous&actor=a&country=AF&perspective=claims-first',
    );
    expect(findingsQuery('pair', params, 'every-voice').toString()).toBe(
      'kind=restraint&kind=relations&actor=a&other=b&country=AF',
    );
  });
});

describe('stretches of one rate', () => {
  const course = (changes: object[]): Course =>
    ({ series: { months: Array.from({ length: 10 }) }, changes }) as unknown as Course;

  it('are the whole without a change, and no rate is drawn', () => {
    expect(stretches(course([]))).toEqual([{ from: 0, to: 9, rate: null }]);
  });

  it('reach from change to change', () => {
    const found = stretches(
      course([
        { at: 3, before: rate(1), after: rate(5) },
        { at: 7, before: rate(5), after: rate(2) },
      ]),
    );
    expect(found.map((part) => [part.from, part.to, part.rate?.mean])).toEqual([
      [0, 2, 1],
      [3, 6, 5],
      [7, 9, 2],
    ]);
  });
});

describe('deeds and words of a pair', () => {
  it('stand in order of time, each once, the undated apart', () => {
    const ground = (id: string, day: string | null): Ground => ({ kind: 'deed', id, sign: 'hostile', day }) as Ground;
    const relation = {
      periods: [
        {
          supporting: [ground('b', '2024-02-01'), ground('a', '2024-01-01')],
          contradicting: [ground('a', '2024-01-01')],
        },
      ],
      undated: [ground('c', null)],
    } as unknown as Relation;
    const found = grounds(relation);
    expect(found.dated.map((one) => one.id)).toEqual(['a', 'b']);
    expect(found.undated.map((one) => one.id)).toEqual(['c']);
  });
});

describe('an outlook', () => {
  const past = (came: number) => ({ cut: '2024-01', forecast: { month: '2024-02', low: 3, median: 5, high: 9 }, came });

  it('is hit on its edges and missed beyond them', () => {
    expect([2, 3, 9, 10].map((came) => isHit(past(came)))).toEqual([false, true, true, false]);
  });
});

describe('numbers on drawings', () => {
  it('say no more digits than they need', () => {
    expect([null, 0, 0.004, 0.254, 3, 12.34, 1234.5].map(figure)).toEqual([
      '∞',
      '0',
      '0.004',
      '0.25',
      '3',
      '12.3',
      '1,235',
    ]);
  });

  it('step roundly over their range', () => {
    expect(steps(0, 7, 3)).toEqual([0, 5, 10]);
    expect(linear(0, 10, 0, 100).at(5)).toBe(50);
  });

  it('give equal room to equal ratios', () => {
    const scale = logarithmic(0.1, 10, 0, 100);
    expect(scale.at(1)).toBeCloseTo(50);
    expect(scale.at(0.1)).toBeCloseTo(0);
    expect(scale.ticks).toContain(1);
  });

  it('label only as many months as fit', () => {
    expect(every(24, 500, 50)).toBe(3);
    expect(every(5, 500, 50)).toBe(1);
  });
});
