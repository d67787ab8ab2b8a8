import type { AssertionView, Range, SpeakerView, When, Where } from './api/types';
import { t } from './messages/en';

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const longDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const longMonth = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
const countries = new Intl.DisplayNames(['en'], { type: 'region' });

/** British English writes Sept; three letters keep columns even. */
const short = (text: string): string => text.replace('Sept', 'Sep');

const utc = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** `2024-03-22` as "22 Mar 2024". */
export const day = (iso: string): string => short(dayFormat.format(utc(iso)));

const momentFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant as day and time where the reader is: "22 Mar 2024, 19:55". */
export const moment = (instant: string): string => short(momentFormat.format(new Date(instant)));

/** A text in which days stand as `2024-03-22`, with each as {@link day} writes it. */
export const withDays = (text: string): string => text.replace(/\b\d{4}-\d\d-\d\d\b/g, (iso) => day(iso));

/** `2024-03` as "March 2024". */
export const month = (iso: string): string => longMonth.format(utc(`${iso}-01`));

/** A date in no more detail than its precision: a month is never shown as a day. */
export function when(date: When | null): string {
  if (!date) return t.date.unknown;
  const { from, to, precision, yearless } = date;
  if (yearless !== null) {
    const [, monthPart = '01', dayPart] = /^--(\d\d)(?:-(\d\d))?$/.exec(yearless) ?? [];
    const some = utc(`2000-${monthPart}-${dayPart ?? '01'}`);
    return t.date.yearless(dayPart ? longDay.format(some) : monthName.format(some));
  }
  if (from === null) return to === null ? t.date.unknown : t.date.until(day(to));
  if (to === null) return t.date.since(day(from));
  if (precision === 'month' && from.slice(0, 7) === to.slice(0, 7)) return longMonth.format(utc(from));
  if (precision === 'year' && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4);
  if (from === to) return day(from);
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${short(shortDay.format(utc(from)))} – ${day(to)}`
    : `${day(from)} – ${day(to)}`;
}

export function country(code: string | null): string | null {
  if (code === null) return null;
  try {
    return countries.of(code) ?? code;
  } catch {
    return code;
  }
}

/** "Krasnogorsk, Moscow Oblast, Russia"; each part once. */
export function where(place: Where | null): string {
  if (!place) return t.placeUnknown;
  const parts = [place.name, place.admin1, country(place.country)];
  return [...new Set(parts.filter((part): part is string => part !== null && part !== ''))].join(', ');
}

/** "137–145", "141 or more", "up to 10", "7"; "unknown" is not 0. */
export function range(count: Range | null): string {
  if (!count || (count.low === null && count.high === null)) return t.unknown;
  const { low, high } = count;
  if (low === null) return t.count.upTo(high ?? 0);
  if (high === null) return t.count.orMore(low);
  return low === high ? low.toLocaleString('en') : `${low.toLocaleString('en')}–${high.toLocaleString('en')}`;
}

/** As {@link range}, for narrow columns: "141+", "≤10". */
export function shortRange(count: Range | null): string {
  if (!count || (count.low === null && count.high === null)) return t.unknown;
  if (count.low === null) return `≤${count.high?.toLocaleString('en') ?? ''}`;
  if (count.high === null) return `${count.low.toLocaleString('en')}+`;
  return range(count);
}

/** Whoever speaks; the report's own voice is named by its outlet where that is known. */
export function speakerName(speaker: SpeakerView, outlet: string | null): string {
  return speaker.role === 'author' ? (outlet ? `${outlet} (${t.role.author})` : t.role.author) : speaker.name;
}

/** Whoever reports what another said, in few words: the outlet stands for the report's own voice. */
export const reporterName = (speaker: SpeakerView, outlet: string | null): string =>
  speaker.role === 'author' ? (outlet ?? t.role.author) : speaker.name;

/** How many kilometres around its point a place may mean: what the map draws. */
export const reachKm: Record<Where['precision'], number> = {
  site: 2,
  town: 8,
  admin2: 30,
  admin1: 90,
  country: 350,
  region: 700,
};

/** Which extractor read it, where a second opinion agrees, differs or stands alone; null where only one was asked. */
export function opinion(said: AssertionView): string | null {
  if (said.by.step === 'second-opinion') {
    return said.otherReading ? t.sheet.otherReading(said.by.version) : t.sheet.readByOne(said.by.version);
  }
  return said.alsoBy.length > 0
    ? t.sheet.readByBoth([said.by, ...said.alsoBy].map((by) => by.version).join(', '))
    : null;
}
