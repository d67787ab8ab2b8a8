/* Scales for drawings: from values to places, with round steps. */

export interface Scale {
  at: (value: number) => number;
  ticks: number[];
}

/** Round steps 1, 2, 5 in powers of ten, about so many of them, from `low` to at least `high`. */
export function steps(low: number, high: number, about = 4): number[] {
  const span = Math.max(high - low, 1e-9);
  const rough = span / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? power;
  const first = Math.floor(low / step + 1e-9) * step;
  const all: number[] = [];
  for (let number = 0; number < 1000; number++) {
    const value = Number((first + number * step).toPrecision(12));
    all.push(value);
    if (value >= high - step * 1e-9) break;
  }
  return all;
}

/** Evenly spaced values from the left end to the right one. */
export function linear(low: number, high: number, left: number, right: number, about = 4): Scale {
  const ticks = steps(low, high, about);
  const first = ticks[0] ?? low;
  const last = ticks.at(-1) ?? high;
  const span = last - first || 1;
  return { at: (value) => left + ((value - first) / span) * (right - left), ticks };
}

/** Equal ratios take equal room: for ratios around 1. Ends are whole powers of the base that hold all values and 1. */
export function logarithmic(low: number, high: number, left: number, right: number): Scale {
  const from = Math.floor(Math.log10(Math.min(low, 1)) + 1e-9);
  const to = Math.max(Math.ceil(Math.log10(Math.max(high, 1)) - 1e-9), from + 1);
  const at = (value: number): number =>
    left + ((Math.log10(Math.max(value, 10 ** from)) - from) / (to - from)) * (right - left);
  const wide = to - from > 3;
  const ticks: number[] = [];
  for (let power = from; power <= to; power++) {
    for (const factor of wide ? [1] : [1, 3]) {
      const value = Number((factor * 10 ** power).toPrecision(6));
      if (power < to || factor === 1) ticks.push(value);
    }
  }
  return { at: (value) => Math.min(at(value), Math.max(left, right)), ticks };
}

/** Every how many of these a label fits. */
export function every(count: number, room: number, width: number): number {
  const most = Math.max(1, Math.floor(room / width));
  return [1, 2, 3, 6, 12, 24, 36, 60, 120].find((step) => count / step <= most) ?? Math.ceil(count / most);
}

export const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
