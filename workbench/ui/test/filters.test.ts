import { describe, expect, it } from 'vitest';
import type { IncidentRow } from '../src/api/types';
import { everyMonth, filterQuery, lastDay, sorted, toggled, withoutFilters, withValue } from '../src/filters';

const row = (label: string, more: Partial<IncidentRow>): IncidentRow => ({
  id: label,
  label,
  summary: label,
  type: 'bombing',
  status: 'weak',
  when: null,
  where: null,
  killed: null,
  wounded: null,
  actors: [],
  reports: 1,
  origins: 1,
  ...more,
});

describe('the filters are the address', () => {
  it('equal filters give equal addresses in any order, and what is no filter stays out', () => {
    const one = filterQuery(new URLSearchParams('actor=b&country=AF&country=PK&sort=when.up&from=2024-01-01'));
    const other = filterQuery(new URLSearchParams('from=2024-01-01&country=AF&actor=b&country=PK'));
    expect(one.toString()).toBe(other.toString());
    expect(one.toString()).toBe('from=2024-01-01&country=AF&country=PK&actor=b');
  });

  it('choosing a value twice takes it away', () => {
    const on = toggled(new URLSearchParams('country=AF'), 'country', 'PK');
    expect(on.getAll('country')).toEqual(['AF', 'PK']);
    expect(toggled(on, 'country', 'AF').getAll('country')).toEqual(['PK']);
  });

  it('clearing keeps the order of the table', () => {
    expect(withoutFilters(new URLSearchParams('q=bank&bbox=1,2,3,4&sort=killed.down')).toString()).toBe(
      'sort=killed.down',
    );
    expect(withValue(new URLSearchParams('q=bank'), 'q', '').toString()).toBe('');
  });
});

describe('months', () => {
  it('run through the turn of the year, quiet ones too', () => {
    expect(everyMonth('2021-11', '2022-02')).toEqual(['2021-11', '2021-12', '2022-01', '2022-02']);
  });

  it('end on their last day', () => {
    expect(lastDay('2024-02')).toBe('2024-02-29');
    expect(lastDay('2023-12')).toBe('2023-12-31');
  });
});

describe('sorting', () => {
  const rows = [
    row('I-2', { killed: { low: 3, high: 3 } }),
    row('I-10', {}),
    row('I-1', { killed: { low: 141, high: null } }),
  ];

  it('puts unknown tolls last in either direction', () => {
    expect(sorted(rows, 'killed', true).map((one) => one.label)).toEqual(['I-1', 'I-2', 'I-10']);
    expect(sorted(rows, 'killed', false).map((one) => one.label)).toEqual(['I-2', 'I-1', 'I-10']);
  });

  it('counts labels as numbers', () => {
    expect(sorted(rows, 'label', false).map((one) => one.label)).toEqual(['I-1', 'I-2', 'I-10']);
  });
});
