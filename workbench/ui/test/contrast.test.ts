import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../src/styles/base.css', import.meta.url), 'utf8');

/** The custom properties with a light and a dark colour. */
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const inks = [...colours.keys()].filter((name) => /^(ink|accent$|bad$|status-|kind-)/.test(name));

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const of = (name: string): string => colours.get(name)?.[theme] ?? `no colour ${name}`;

  it.each(inks.flatMap((ink) => ['ground', 'panel', 'panel-2', 'hover'].map((ground) => [ink, ground])))(
    '%s on %s can be read (WCAG AA, 4.5)',
    (ink, ground) => {
      expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('marked words, buttons and places on the map stand out', () => {
    expect(contrast(of('ink'), of('mark'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('accent-ink'), of('accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('bad'), of('bad-ground'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('place'), of('map-land'))).toBeGreaterThanOrEqual(3);
    expect(contrast(of('control'), of('panel'))).toBeGreaterThanOrEqual(3);
  });
});
