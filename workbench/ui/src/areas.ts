import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
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
  country: string | null;
  rows: R[];
}

/** A country as the outlines have it, and where its name stands. */
export interface Land {
  shape: Polygon | MultiPolygon;
  centre: Position;
}

/** Countries by their ISO code. */
export type Lands = ReadonlyMap<string, Land>;

/** The countries in the file of outlines. */
export function lands(outlines: FeatureCollection): Lands {
  const centres = new Map<string, Position>();
  for (const { properties, geometry } of outlines.features) {
    const code = properties?.['code'] as string | null;
    if (code && geometry.type === 'Point') centres.set(code, geometry.coordinates);
  }
  const found = new Map<string, Land>();
  for (const { properties, geometry } of outlines.features) {
    const code = properties?.['code'] as string | null;
    const centre = code ? centres.get(code) : undefined;
    if (code && centre && (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon')) {
      found.set(code, { shape: geometry, centre });
    }
  }
  return found;
}

/** The country that is meant as a whole; null where a place within it is, or where no outline is known. */
export const landOf = (area: Area, known: Lands): Land | null =>
  area.country !== null && (area.precision === 'country' || area.precision === 'region')
    ? (known.get(area.country) ?? null)
    : null;

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
      const { latitude, longitude, precision, name, country } = place;
      byPlace.set(key, { key, latitude, longitude, precision, name, country, rows: [row] });
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
  /** A town's circle, a country's own outline, or one of the rings that make a soft edge. */
  shape: 'exact' | 'land' | 'soft';
  hovered: boolean;
}

/** Circles within one another: laid over each other they fade towards the outside, where the place ends somewhere. */
const rings = Array.from({ length: 12 }, (_, ring) => 1 - ring / 20);

export function areaFeatures(
  all: readonly Area[],
  hovered: string | null,
  known: Lands,
): FeatureCollection<Polygon | MultiPolygon, AreaProperties> {
  const features: Feature<Polygon | MultiPolygon, AreaProperties>[] = [];
  for (const area of all) {
    const put = (shape: AreaProperties['shape'], geometry: Polygon | MultiPolygon): void => {
      const isHovered = area.rows.some((row) => row.id === hovered);
      features.push({ type: 'Feature', properties: { key: area.key, shape, hovered: isHovered }, geometry });
    };
    const round = (share: number): Polygon => ({
      type: 'Polygon',
      coordinates: [circle(area.longitude, area.latitude, reachKm[area.precision] * share)],
    });
    const land = landOf(area, known);
    if (land) put('land', land.shape);
    else if (isExact(area.precision)) put('exact', round(1));
    else for (const share of rings) put('soft', round(share));
  }
  return { type: 'FeatureCollection', features };
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

type Box = [number, number, number, number];

const boxAround = (points: readonly Position[]): Box => {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [longitude = 0, latitude = 0] of points) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return [west, south, east, north];
};

/** Around a country's main land: far islands, or what lies across the antimeridian, would shrink it. */
function mainLand({ shape }: Land): Box {
  const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  const size = ([west, south, east, north]: Box): number => (east - west) * (north - south);
  return parts.map((part) => boxAround(part[0] ?? [])).reduce((a, b) => (size(a) >= size(b) ? a : b));
}

/**
 * West, south, east, north around all areas with their reach; null for none. One country alone is framed whole; among other
 * places its middle does, since Russia or the United States would shrink all others to a dot.
 */
export function bounds(all: readonly Area[], known: Lands): Box | null {
  if (all.length === 0) return null;
  const corners = all.flatMap((area): Position[] => {
    const land = all.length === 1 ? landOf(area, known) : null;
    const [west, south, east, north] = land
      ? mainLand(land)
      : boxAround(circle(area.longitude, area.latitude, reachKm[area.precision]));
    return [
      [west, south],
      [east, north],
    ];
  });
  const [west, south, east, north] = boxAround(corners);
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
