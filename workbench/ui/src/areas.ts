import type { Feature, FeatureCollection, Polygon, Position } from 'geojson';
import type { IncidentRow, Where } from './api/types';
import { reachKm } from './format';

type Row = Pick<IncidentRow, 'id' | 'label' | 'summary' | 'where'>;

/** All incidents that sources put in one place with one precision: drawn as one area. */
export interface Area<R extends Row = Row> {
  key: string;
  latitude: number;
  longitude: number;
  precision: Where['precision'];
  name: string;
  rows: R[];
}

export const isExact = (precision: Where['precision']): boolean => precision === 'site' || precision === 'town';

/** Rows by place, the widest area first, so that finer ones lie on top; rows that cannot be drawn apart. */
export function areas<R extends Row>(rows: readonly R[]): { areas: Area<R>[]; unmapped: R[] } {
  const byPlace = new Map<string, Area<R>>();
  const unmapped: R[] = [];
  for (const row of rows) {
    const place = row.where;
    if (!place || place.latitude === null || place.longitude === null) {
      unmapped.push(row);
      continue;
    }
    const key = `${place.latitude},${place.longitude},${place.precision}`;
    const area = byPlace.get(key);
    if (area) area.rows.push(row);
    else {
      const { latitude, longitude, precision, name } = place;
      byPlace.set(key, { key, latitude, longitude, precision, name, rows: [row] });
    }
  }
  const sorted = [...byPlace.values()].sort(
    (a, b) => reachKm[b.precision] - reachKm[a.precision] || (a.key < b.key ? -1 : 1),
  );
  return { areas: sorted, unmapped };
}

/** A circle on the globe, in degrees. */
export function circle(longitude: number, latitude: number, km: number): Position[] {
  const angular = km / 6371;
  const lat = (latitude * Math.PI) / 180;
  const ring: Position[] = [];
  for (let step = 0; step <= 64; step++) {
    const bearing = (step / 64) * 2 * Math.PI;
    const to = Math.asin(Math.sin(lat) * Math.cos(angular) + Math.cos(lat) * Math.sin(angular) * Math.cos(bearing));
    const turn = Math.atan2(
      Math.sin(bearing) * Math.sin(angular) * Math.cos(lat),
      Math.cos(angular) - Math.sin(lat) * Math.sin(to),
    );
    ring.push([longitude + (turn * 180) / Math.PI, (to * 180) / Math.PI]);
  }
  return ring;
}

export interface AreaProperties {
  key: string;
  exact: boolean;
  incidents: number;
  hovered: boolean;
}

export function areaFeatures(all: readonly Area[], hovered: string | null): FeatureCollection<Polygon, AreaProperties> {
  return {
    type: 'FeatureCollection',
    features: all.map((area): Feature<Polygon, AreaProperties> => ({
      type: 'Feature',
      properties: {
        key: area.key,
        exact: isExact(area.precision),
        incidents: area.rows.length,
        hovered: area.rows.some((row) => row.id === hovered),
      },
      geometry: {
        type: 'Polygon',
        coordinates: [circle(area.longitude, area.latitude, reachKm[area.precision])],
      },
    })),
  };
}

export function pointFeatures(all: readonly Area[], hovered: string | null): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: all
      .filter((area) => isExact(area.precision))
      .map((area) => ({
        type: 'Feature',
        properties: {
          key: area.key,
          incidents: area.rows.length,
          hovered: area.rows.some((row) => row.id === hovered),
        },
        geometry: { type: 'Point', coordinates: [area.longitude, area.latitude] },
      })),
  };
}

/** West, south, east, north around all areas with their reach; null for none. */
export function bounds(all: readonly Area[]): [number, number, number, number] | null {
  if (all.length === 0) return null;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const area of all) {
    for (const [longitude = 0, latitude = 0] of circle(area.longitude, area.latitude, reachKm[area.precision])) {
      west = Math.min(west, longitude);
      east = Math.max(east, longitude);
      south = Math.min(south, latitude);
      north = Math.max(north, latitude);
    }
  }
  return [Math.max(west, -180), Math.max(south, -85), Math.min(east, 180), Math.min(north, 85)];
}

/**
 * The areas where most incidents are: those outside the middle nine tenths, east to west or north to south, are left out,
 * so that one far place does not shrink all others to a dot. Few areas are all kept.
 */
export function most<R extends Row>(all: readonly Area<R>[]): Area<R>[] {
  if (all.length < 12) return [...all];
  const ends = (degree: (area: Area<R>) => number): [number, number] => {
    const sorted = all.flatMap((area) => area.rows.map(() => degree(area))).sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
    return [at(0.05), at(0.95)];
  };
  const [west, east] = ends((area) => area.longitude);
  const [south, north] = ends((area) => area.latitude);
  return all.filter(
    ({ longitude, latitude }) => longitude >= west && longitude <= east && latitude >= south && latitude <= north,
  );
}

/** `bbox` as the API takes it: west,south,east,north. */
export function parseBox(text: string | null): [number, number, number, number] | null {
  const parts = (text ?? '').split(',').map(Number);
  const [west, south, east, north] = parts;
  if (parts.length !== 4 || west === undefined || south === undefined || east === undefined || north === undefined) {
    return null;
  }
  return parts.every(Number.isFinite) && west < east && south < north ? [west, south, east, north] : null;
}
