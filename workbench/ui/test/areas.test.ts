import { describe, expect, it } from 'vitest';
import { countryOutlines } from '../build/outlines';
import type { Where } from '../src/api/types';
import { areaFeatures, areas, bounds, circle, most, parseBox, pointFeatures } from '../src/areas';

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

describe('places on the map', () => {
  it('an imprecise place is an area and never a point', () => {
    const { areas: drawn } = areas([at('a', place('admin1')), at('b', place('town'))]);
    expect(pointFeatures(drawn, null).features.map((one) => one.properties?.['key'])).toEqual(['34.5,69.2,town']);
    expect(areaFeatures(drawn, null).features.map((one) => one.properties.exact)).toEqual([false, true]);
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
    expect(bounds([])).toBeNull();
  });

  it('a map view that is no box filters nothing', () => {
    expect(parseBox('60,29,75,38')).toEqual([60, 29, 75, 38]);
    expect(parseBox('60,29,75')).toBeNull();
    expect(parseBox('75,29,60,38')).toBeNull();
    expect(parseBox(null)).toBeNull();
  });
});

describe('country outlines', () => {
  const outlines = countryOutlines();

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
    expect(outlines.features.filter((one) => one.properties?.['kind'] === 'land')).toHaveLength(names.length);
  });
});
