import type { WeighedView } from './api/types';

/* What statements contributed, sorted for the eye: by actor, the heaviest first, what is not heard last. */

export interface Group {
  /** Null for what is said of numbers. */
  actor: { id: string; name: string } | null;
  reasons: WeighedView[];
}

export function groups(reasons: readonly WeighedView[], order: readonly string[]): Group[] {
  const found = new Map<string, Group>();
  for (const reason of reasons) {
    const key = reason.actor?.id ?? '';
    const group = found.get(key) ?? { actor: reason.actor, reasons: [] };
    group.reasons.push(reason);
    found.set(key, group);
  }
  const place = (group: Group): number => {
    if (!group.actor) return Number.MAX_SAFE_INTEGER;
    const at = order.indexOf(group.actor.id);
    return at === -1 ? order.length : at;
  };
  for (const group of found.values()) {
    group.reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  }
  return [...found.values()].sort((a, b) => place(a) - place(b));
}

/** The largest weight on either side, so that all bars share one scale. */
export const heaviest = (reasons: readonly WeighedView[]): number =>
  reasons.reduce((most, reason) => Math.max(most, Math.abs(reason.weight)), 0);

/** A weight with its sign, a real minus, at most two digits: "+1.39", "−0.3", "0". */
export function signedWeight(weight: number): string {
  const digits = Math.abs(weight)
    .toFixed(2)
    .replace(/\.?0+$/, '');
  if (digits === '0') return '0';
  return `${weight > 0 ? '+' : '−'}${digits}`;
}

/** A share of 1 with two digits, never rounded to a certainty that is none. */
export function share(value: number): string {
  if (value > 0 && value < 0.005) return '<0.01';
  if (value < 1 && value > 0.995) return '>0.99';
  return value.toFixed(2);
}

/** A support with its interval: "0.97 [0.43–1.00]". */
export const withInterval = (support: { support: number; low: number; high: number }): string =>
  `${share(support.support)} [${support.low.toFixed(2)}–${support.high.toFixed(2)}]`;
