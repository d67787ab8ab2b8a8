import type { IncidentRow } from './api/types';

/** The filters of the incidents page are its query string, and the API's. */
export const single = ['q', 'from', 'to', 'bbox'] as const;
export const multiple = ['country', 'type', 'actor', 'status'] as const;
/** Those of the reports page. */
export const reportFilters = ['q', 'outlet', 'from', 'to'] as const;
export type Single = (typeof single)[number] | (typeof reportFilters)[number];
export type Multiple = (typeof multiple)[number];
export const names = [...single, ...multiple];

/** What of a page's query string goes to the API, in one order, so that equal filters have equal addresses. */
export function filterQuery(params: URLSearchParams, without: readonly string[] = []): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of names) {
    if (without.includes(name)) continue;
    for (const value of params.getAll(name)) if (value !== '') query.append(name, value);
  }
  return query;
}

/** As {@link filterQuery}, for the reports page. */
export function reportQuery(params: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of reportFilters) {
    const value = params.get(name);
    if (value) query.set(name, value);
  }
  return query;
}

export function withValue(params: URLSearchParams, name: Single, value: string | null): URLSearchParams {
  const next = new URLSearchParams(params);
  if (value === null || value === '') next.delete(name);
  else next.set(name, value);
  return next;
}

export function toggled(params: URLSearchParams, name: Multiple, value: string): URLSearchParams {
  const next = new URLSearchParams(params);
  if (params.getAll(name).includes(value)) next.delete(name, value);
  else next.append(name, value);
  return next;
}

export function withoutFilters(params: URLSearchParams, those: readonly string[] = names): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of those) next.delete(name);
  return next;
}

/** The months from the first to the last, those without an incident too. */
export function everyMonth(first: string, last: string): string[] {
  const all: string[] = [];
  let [year = 0, number = 1] = first.split('-').map(Number);
  for (let guard = 0; guard < 12_000; guard++) {
    const month = `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}`;
    all.push(month);
    if (month >= last) break;
    number = number === 12 ? 1 : number + 1;
    if (number === 1) year += 1;
  }
  return all;
}

export const firstDay = (month: string): string => `${month}-01`;

export function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`;
}

export type SortKey = 'label' | 'when' | 'what' | 'killed' | 'wounded' | 'status' | 'sources';

const statusOrder: IncidentRow['status'][] = ['contested', 'confirmed', 'fair', 'weak', 'discounted', 'unclaimed'];

const labelNumber = (label: string): number => Number(label.replace(/\D+/g, ''));

/** Sorts a copy; what is unknown stands last in either direction, ties keep the order of labels. */
export function sorted(rows: readonly IncidentRow[], key: SortKey, down: boolean): IncidentRow[] {
  const value = (row: IncidentRow): number | string | null => {
    switch (key) {
      case 'label':
        return labelNumber(row.label);
      case 'when':
        return row.when?.from ?? row.when?.to ?? null;
      case 'what':
        return row.summary;
      case 'killed':
        return row.killed?.low ?? row.killed?.high ?? null;
      case 'wounded':
        return row.wounded?.low ?? row.wounded?.high ?? null;
      case 'status':
        return statusOrder.indexOf(row.status);
      case 'sources':
        return row.reports;
    }
  };
  return [...rows].sort((left, right) => {
    const a = value(left);
    const b = value(right);
    if (a === b) return labelNumber(left.label) - labelNumber(right.label);
    if (a === null) return 1;
    if (b === null) return -1;
    return (a < b ? -1 : 1) * (down ? -1 : 1);
  });
}
