import { describe, expect, it } from 'vitest';
import { countryOutlines } from '../build/outlines';
import type { Where } from '../src/api/types';
import { areaFeatures, areas, bounds, circle, lands, most, parseBox, pointFeatures } from '../src/areas';

const at = (id: string, where: Where | null) => ({ id, label: id, summary: id, where });
const place = (
  precision: Where['precision'],
  latitude: number | null = 34.5,
  longitude: number | null = 69.2,
): Where => ({
  name: 'Kabul',
  country: 'AF',
  admin1: null,
  latitude,
  longitude,
  precision,
});

const outlines = countryOutlines();
const known = lands(outlines);

describe('places on the map', () => {
  it('an imprecise place is an area and never a point', () => {
    const { areas: drawn } = areas([at('a', place('admin1')), at('b', place('town'))]);
    expect(pointFeatures(drawn, null).features.map((one) => one.properties?.['key'])).toEqual(['34.5,69.2,town']);
    const shapes = areaFeatures(drawn, null, known).features.map((one) => one.properties.shape);
    expect(new Set(shapes)).toEqual(new Set(['soft', 'exact']));
  });

  it('a province fades outwards, and reaches no further than it may', () => {
    const { areas: drawn } = areas([at('a', place('admin1', 0, 60))]);
    const { features } = areaFeatures(drawn, 'a', known);
    const reach = features.map((one) => Math.max(...(one.geometry.coordinates[0] as number[][]).map(([x = 0]) => x)));
    expect(reach.length).toBeGreaterThan(2);
    expect(reach).toEqual([...reach].sort((a, b) => b - a));
    expect(features.every((one) => one.properties.hovered)).toBe(true);
  });

  it('a country is drawn as its own outline, and as a circle only where that is unknown', () => {
    const shapeOf = (country: string | null): string[] => {
      const { areas: drawn } = areas([at('a', { ...place('country'), country })]);
      return areaFeatures(drawn, null, known).features.map((one) => one.properties.shape);
    };
    expect(shapeOf('AF')).toEqual(['land']);
    expect(new Set(shapeOf(null))).toEqual(new Set(['soft']));
  });

  it('a country is framed by its main land, not by what lies across the antimeridian', () => {
    const { areas: drawn } = areas([at('a', { ...place('country', 54, 53), country: 'RU' })]);
    const [west = 0, , east = 0] = bounds(drawn, known) ?? [];
    expect(west).toBeGreaterThan(20);
    expect(east).toBeLessThanOrEqual(180);
    const { areas: more } = areas([at('a', { ...place('country', 54, 53), country: 'RU' }), at('b', place('town'))]);
    expect(bounds(more, known)?.[2]).toBeLessThan(80);
  });

  it('what has no coordinates is listed instead', () => {
    const { areas: drawn, unmapped } = areas([
      at('a', null),
      at('b', place('region', null, null)),
      at('c', place('site')),
    ]);
    expect(unmapped.map((row) => row.id)).toEqual(['a', 'b']);
    expect(drawn).toHaveLength(1);
  });

  it('incidents in one place with one precision share an area', () => {
    const { areas: drawn } = areas([at('a', place('town')), at('b', place('town')), at('c', place('country'))]);
    expect(drawn.map((area) => [area.precision, area.rows.length])).toEqual([
      ['country', 1],
      ['town', 2],
    ]);
  });

  it('one far place does not shrink the others', () => {
    const near = Array.from({ length: 40 }, (_, n) => at(`near-${n}`, place('town', 30 + n / 10, 60 + n / 10)));
    const { areas: drawn } = areas([...near, at('far', place('country', 40, -100))]);
    const kept = most(drawn).flatMap((area) => area.rows.map((row) => row.id));
    expect(kept).not.toContain('far');
    expect(kept.length).toBeGreaterThan(30);
    expect(most(drawn.slice(0, 5))).toHaveLength(5);
  });

  it('a circle has its radius in kilometres at any latitude', () => {
    const north = circle(30, 60, 111.19)[0];
    expect(north?.[1]).toBeCloseTo(61, 2);
    expect(bounds([], known)).toBeNull();
  });

  it('a map view that is no box filters nothing', () => {
    expect(parseBox('60,29,75,38')).toEqual([60, 29, 75, 38]);
    expect(parseBox('60,29,75')).toBeNull();
    expect(parseBox('75,29,60,38')).toBeNull();
    expect(parseBox(null)).toBeNull();
  });
});

describe('country outlines', () => {
  it('no outline jumps across the antimeridian', () => {
    const jumps: string[] = [];
    const walk = (points: unknown): void => {
      if (!Array.isArray(points) || typeof points[0] === 'number') return;
      if (typeof (points[0] as unknown[])[0] !== 'number') return points.forEach(walk);
      (points as [number, number][]).forEach((point, index) => {
        const before = points[index - 1] as [number, number] | undefined;
        if (before && Math.abs(point[0] - before[0]) > 180) jumps.push(`${before.join()} ${point.join()}`);
      });
    };
    outlines.features.forEach((one) => 'coordinates' in one.geometry && walk(one.geometry.coordinates));
    expect(jumps).toEqual([]);
  });

  it('each country has its land and its name', () => {
    const names = outlines.features
      .filter((one) => one.properties?.['kind'] === 'name')
      .map((one) => one.properties?.['name']);
    expect(names).toContain('Afghanistan');
    expect(names).toContain('Fiji');
    for (const code of ['AF', 'PK', 'IR', 'RU', 'UA', 'US', 'TJ', 'SY']) expect([...known.keys()]).toContain(code);
    expect(outlines.features.filter((one) => one.properties?.['kind'] === 'land')).toHaveLength(names.length);
  });
});
