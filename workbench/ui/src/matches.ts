import type { MatchView, ReasonView, SheetReport, ToldSide } from './api/types';
import { range, when, where } from './format';
import { t } from './messages/en';

/* Two tellings side by side: what is laid beside what, and where the two part. */

/** A stretch of a text, and whether the other text has its words too; null for what lies between words. */
export interface Piece {
  text: string;
  shared: boolean | null;
}

/** `one` where only one side says anything, `none` where neither does. */
export type Agreement = 'same' | 'differs' | 'one' | 'none';

/** A line of the comparison; `reason` is what the program made of it, null where it counts for nothing. */
export interface Line {
  field: string;
  a: string | null;
  b: string | null;
  agreement: Agreement;
  reason: ReasonView | null;
}

const wordOf = /[\p{L}\p{N}]+/gu;

const wordsIn = (text: string): Set<string> => new Set(text.toLowerCase().match(wordOf) ?? []);

/** `text` in pieces by whether `other` has their words. Words shorter than `least` count as the text's own. */
export function pieces(text: string, other: string, least = 1): Piece[] {
  const known = wordsIn(other);
  const found: Piece[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(wordOf)) {
    const shared = word.length >= least && known.has(word.toLowerCase());
    const gap = text.slice(end, index);
    const last = found.at(-1);
    end = index + word.length;
    if (last?.shared === shared) {
      last.text += gap + word;
    } else {
      if (gap) found.push({ text: gap, shared: null });
      found.push({ text: word, shared });
    }
  }
  if (end < text.length) found.push({ text: text.slice(end), shared: null });
  return found;
}

export function agreement(a: string | null, b: string | null): Agreement {
  if (a === null && b === null) return 'none';
  if (a === null || b === null) return 'one';
  return a.toLowerCase() === b.toLowerCase() ? 'same' : 'differs';
}

const names = (all: { name: string }[]): string | null =>
  all.length === 0 ? null : [...new Set(all.map((one) => one.name))].join(', ');

const toll = (side: ToldSide): string | null =>
  [
    side.killed && `${t.sheet.killed.toLowerCase()} ${range(side.killed)}`,
    side.wounded && `${t.sheet.wounded.toLowerCase()} ${range(side.wounded)}`,
  ]
    .filter(Boolean)
    .join(', ') || null;

const actors = (side: ToldSide): string | null =>
  side.actors.map((actor) => `${actor.name} (${actor.stances.map((one) => t.stance[one]).join(', ')})`).join('; ') ||
  null;

/** What each field shows of a side; the fields that a reason may name come first. */
const shown: Record<string, (side: ToldSide) => string | null> = {
  date: (side) => (side.when ? when(side.when) : null),
  place: (side) => (side.where ? where(side.where) : null),
  type: (side) => t.type[side.type],
  toll,
  actor: actors,
  site: (side) => names(side.targets),
  weapons: (side) => names(side.weapons),
};

/**
 * The lines of the comparison: what both tellings say of one thing, with its weight. The words themselves are no line; their
 * reason is asked for with {@link wordsReason}. A reason on something else stands with the values that it was drawn from.
 */
export function lines(match: MatchView): Line[] {
  const reasons = new Map(match.reasons.map((reason) => [reason.field, reason]));
  const own = Object.entries(shown).map(([field, show]): Line => {
    const reason = reasons.get(field) ?? null;
    reasons.delete(field);
    const [a, b] = [show(match.a), show(match.b)];
    // One actor in two stances is one actor.
    const agree = field === 'actor' ? agreement(names(match.a.actors), names(match.b.actors)) : agreement(a, b);
    return { field, a, b, agreement: agree, reason };
  });
  reasons.delete('text');
  const others = [...reasons.values()].map((reason): Line => {
    const [a, b] = [reason.a || null, reason.b || null];
    return { field: reason.field, a, b, agreement: agreement(a, b), reason };
  });
  return [...own, ...others].filter((line) => line.agreement !== 'none' || line.reason !== null);
}

export const wordsReason = (match: MatchView): ReasonView | null =>
  match.reasons.find((reason) => reason.field === 'text') ?? null;

/** Bits with their sign, a real minus: "+3.5", "−1.0", "0.0". */
export const signed = (bits: number): string => `${bits > 0 ? '+' : bits < 0 ? '−' : ''}${Math.abs(bits).toFixed(1)}`;

/** Why the record holds the two as it does, in one sentence. */
export function standing(match: MatchView, threshold: number): string {
  const off = Math.abs(match.weight - threshold).toFixed(1);
  const reaches = match.weight >= threshold;
  if (match.joined) {
    return reaches ? t.matches.joined(match.a.incident, off) : t.matches.joinedBelow(match.a.incident, off);
  }
  return reaches
    ? t.matches.apartAbove(match.a.incident, match.b.incident, off)
    : t.matches.apart(match.a.incident, match.b.incident, off);
}

/** The reports of a sheet by text: each origin with the reports that copy it. */
export const byOrigin = (reports: SheetReport[]): { origin: SheetReport; copies: SheetReport[] }[] =>
  reports
    .filter((report) => report.copyOf === null)
    .map((origin) => ({ origin, copies: reports.filter((report) => report.copyOf === origin.number) }));
