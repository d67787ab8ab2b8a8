import { describe, expect, it } from 'vitest';
import type { AssertionView } from '../src/api/types';
import { country, opinion, range, shortRange, when, where } from '../src/format';

describe('a toll', () => {
  it('that nobody numbers is unknown, not zero', () => {
    expect(range(null)).toBe('unknown');
    expect(range({ low: null, high: null })).toBe('unknown');
    expect(range({ low: 0, high: 0 })).toBe('0');
  });

  it('over 140 is 141 or more', () => {
    expect(range({ low: 141, high: null })).toBe('141 or more');
    expect(shortRange({ low: 141, high: null })).toBe('141+');
  });

  it('of two ends shows both, of one number that number', () => {
    expect(range({ low: 137, high: 145 })).toBe('137–145');
    expect(range({ low: 7, high: 7 })).toBe('7');
    expect(range({ low: null, high: 10 })).toBe('up to 10');
  });
});

describe('a date', () => {
  it('is shown no more precisely than it is known', () => {
    expect(when({ from: '2024-03-22', to: '2024-03-22', precision: 'day', yearless: null })).toBe('22 Mar 2024');
    expect(when({ from: '2024-03-01', to: '2024-03-31', precision: 'month', yearless: null })).toBe('March 2024');
    expect(when({ from: '2024-01-01', to: '2024-12-31', precision: 'year', yearless: null })).toBe('2024');
    expect(when({ from: '2024-03-18', to: '2024-03-24', precision: 'week', yearless: null })).toBe(
      '18 Mar – 24 Mar 2024',
    );
  });

  it('without a year says so', () => {
    expect(when({ from: null, to: null, precision: 'month', yearless: '--03' })).toBe('March, year unknown');
    expect(when({ from: null, to: null, precision: 'day', yearless: '--03-21' })).toBe('21 March, year unknown');
  });

  it('with an open end says since or until', () => {
    expect(when({ from: '2021-08-15', to: null, precision: 'range', yearless: null })).toBe('since 15 Aug 2021');
    expect(when({ from: null, to: '2021-09-01', precision: 'range', yearless: null })).toBe('until 1 Sep 2021');
    expect(when(null)).toBe('date unknown');
  });
});

describe('a place', () => {
  it('names each part once', () => {
    const place = {
      name: 'Kabul',
      admin1: 'Kabul',
      country: 'AF',
      latitude: null,
      longitude: null,
      precision: 'town',
    } as const;
    expect(where(place)).toBe('Kabul, Afghanistan');
    expect(where(null)).toBe('place unknown');
    expect(country('ZZZ')).toBe('ZZZ');
  });
});

describe('who read a statement', () => {
  const said = (step: string, also: string[], otherReading: boolean) =>
    ({
      by: { step, version: step === 'second-opinion' ? 'prompt-1/m' : 'rules-1' },
      alsoBy: also.map((version) => ({ step: 'second-opinion', version })),
      otherReading,
    }) as unknown as AssertionView;

  it('is not said where nobody was asked beside the rules', () => {
    expect(opinion(said('claims', [], false))).toBeNull();
  });

  it('names both where they agree, and one alone', () => {
    expect(opinion(said('claims', ['prompt-1/m'], false))).toBe('read alike by rules-1, prompt-1/m');
    expect(opinion(said('second-opinion', [], false))).toBe('read by prompt-1/m alone');
  });

  it('tells another reading of the same words, which is not counted', () => {
    expect(opinion(said('second-opinion', [], true))).toContain('not counted');
  });
});
