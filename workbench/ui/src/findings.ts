import type { FindingView } from './api/types';
import { EVERY_VOICE } from './perspective';

/* The figures of each kind of finding, as the API gives them, and what of them is drawn. */

export interface Interval {
  low: number | null;
  high: number | null;
}

export interface Area {
  country: string | null;
  admin1: string | null;
}

export interface Month {
  month: string;
  incidents: number;
  rate: Interval;
  killedLow: number;
  killedHigh: number | null;
  killedBest: number | null;
  tollUnknown: number;
  ids: string[];
}

export interface Rate {
  mean: number;
  interval: Interval;
}

export interface Change {
  at: number;
  probability: number;
  probabilityNear: number;
  from: number;
  to: number;
  before: Rate;
  after: Rate;
}

export interface Course {
  series: {
    actor: string;
    name: string;
    area: Area;
    months: Month[];
    apart: { undated: number; coarse: number; nobody: number };
  };
  mean: number;
  expectedChanges: number;
  changes: Change[];
}

export interface UnusualMonth {
  month: string;
  baselineMonths: number;
  series: number;
  unevenness: number;
  unusual: {
    actor: string;
    name: string;
    area: Area;
    incidents: number;
    expected: number;
    probability: number;
    adjusted: number;
  }[];
}

export interface Together {
  actor: string;
  name: string;
  incidents: number;
  apart: number;
  pairs: { first: string; second: string; firstDay: string; secondDay: string; kilometres: number }[];
  chance: { pairs: number; expected: number; low: number; high: number; probability: number };
}

export interface Beside {
  statement: string;
  speaker: string;
  actor: string;
  name: string;
  says: string;
  polarity: string;
  text: string;
  area: Area;
  day: string;
  apart: number;
  windows: {
    days: number;
    daysBefore: number;
    daysAfter: number;
    before: number;
    after: number;
    ratio: number | null;
    interval: Interval | null;
  }[];
}

export interface Share {
  count: number;
  of: number;
  interval: Interval;
  ids: string[];
}

export interface Unsaid {
  actor: string;
  name: string;
  area: Area;
  incidents: number;
  unclaimed: Share;
  tollUnknown: Share;
  calledAccident: Share;
  played: Share | null;
}

export interface Ground {
  kind: 'deed' | 'word';
  id: string;
  sign: 'hostile' | 'friendly' | 'tacit';
  day: string | null;
  voice: string | null;
  isOwn: boolean;
  isDenied: boolean;
  weight: number;
  what: string;
}

export interface Balance {
  sign: string;
  fights: number;
  strikesByFirst: number;
  strikesBySecond: number;
  together: number;
  hostileWords: number;
  friendlyWords: number;
  denials: number;
  net: number | null;
}

export interface Relation {
  first: string;
  second: string;
  periods: { from: string; to: string; balance: Balance; supporting: Ground[]; contradicting: Ground[] }[];
  undated: Ground[];
  all: Balance;
}

export interface Restraint {
  first: string;
  second: string;
  area: string;
  shared: number;
  comparable: number;
  fights: number;
  thirdByFirst: number;
  thirdBySecond: number;
  expected: number;
  againstChance: { value: number | null; low: number | null; high: number | null } | null;
  p: number | null;
  fightsAlone: number;
  onUnarmed: number;
  unnamed: number;
  unknown: number;
  together: number;
  unplaced: number;
  disputed: number;
  others: Restraint[];
}

export interface Estimate {
  value: number;
  low: number;
  high: number | null;
}

export interface Spillover {
  actor: string;
  from: string;
  into: string;
  first: string;
  last: string;
  incidentsFrom: number;
  incidentsInto: number;
  undated: number;
  across: Estimate;
  within: Estimate;
  meanLag: number;
  share: number;
  p: number;
  tests: number;
  adjusted: number;
  goodness: { distance: number; p: number };
}

export interface Forecast {
  month: string;
  low: number;
  median: number;
  high: number;
}

export interface Outlook {
  country: string;
  known: string;
  months: Forecast[];
  past: { cut: string; forecast: Forecast; came: number }[];
  hits: number;
}

/** The pages of findings, and the kinds on each. */
export const pages = {
  escalation: ['escalation', 'unusual-month', 'near-simultaneous'],
  pair: ['restraint', 'relations'],
  words: ['word-against-record', 'silence'],
  spillover: ['spillover'],
  outlook: ['outlook'],
} as const satisfies Record<string, readonly string[]>;

export type PageName = keyof typeof pages;

export const pageNames = Object.keys(pages) as PageName[];

export const scopeNames = ['actor', 'other', 'country', 'from', 'to'] as const;

/** What a page of findings asks the API; what of its address is not about findings stays out. */
export function findingsQuery(page: PageName, params: URLSearchParams, perspective: string): URLSearchParams {
  const query = new URLSearchParams();
  for (const kind of pages[page]) query.append('kind', kind);
  for (const name of scopeNames) {
    const value = params.get(name);
    if (value && (name !== 'other' || page === 'pair')) query.set(name, value);
  }
  if (perspective !== EVERY_VOICE) query.set('perspective', perspective);
  return query;
}

/** Stretches of one rate between changes: first and last month, inclusive. */
export function stretches(course: Course): { from: number; to: number; rate: Rate | null }[] {
  const last = course.series.months.length - 1;
  const changes = course.changes;
  const first = changes[0];
  if (!first) return [{ from: 0, to: last, rate: null }];
  const all = [{ from: 0, to: first.at - 1, rate: first.before as Rate | null }];
  changes.forEach((change, index) => {
    all.push({ from: change.at, to: (changes[index + 1]?.at ?? last + 1) - 1, rate: change.after });
  });
  return all;
}

/** Whether what came lies inside of what was forecast. */
export const isHit = (past: Outlook['past'][number]): boolean =>
  past.came >= past.forecast.low && past.came <= past.forecast.high;

/** Deeds and words of a pair, oldest first; those without a day apart. */
export function grounds(relation: Relation): { dated: Ground[]; undated: Ground[] } {
  const all = relation.periods.flatMap((period) => [...period.supporting, ...period.contradicting]);
  const seen = new Set<string>();
  const dated = all.filter((ground) => {
    const key = `${ground.kind}${ground.id}${ground.sign}`;
    if (seen.has(key) || ground.day === null) return false;
    seen.add(key);
    return true;
  });
  dated.sort((a, b) => (a.day ?? '').localeCompare(b.day ?? ''));
  return { dated, undated: relation.undated };
}

/** A number for a label: whole where it is large, two digits that tell where it is small. */
export function figure(value: number | null): string {
  if (value === null) return '∞';
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value)) return Math.round(value).toLocaleString('en');
  if (size >= 10) return value.toFixed(1);
  if (size === 0) return '0';
  return size >= 0.01 ? value.toFixed(2) : value.toPrecision(1);
}

export const result = <T>(finding: FindingView): T | null => finding.result as T | null;
