import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoArea, geoCentroid, geoEquirectangular } from 'd3-geo';
import { geoProject } from 'd3-geo-projection';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection as TopoCollection, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';

type Countries = Topology<{ countries: TopoCollection<{ name: string }> }>;

/**
 * Country outlines for the map, from the npm package world-atlas (Natural Earth, public domain, 1:50 million): land,
 * borders and coasts, and where to write each name. The atlas holds shapes that run across the antimeridian, as they do on
 * a globe; a flat map needs them cut there, which d3's equirectangular projection does on the way.
 */
export function countryOutlines(): FeatureCollection {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const atlas = JSON.parse(readFileSync(path, 'utf8')) as Countries;
  const flat = geoEquirectangular()
    .scale(180 / Math.PI)
    .translate([0, 0])
    .reflectY(true)
    .precision(0);

  const land = feature(atlas, atlas.objects.countries);
  const features: Feature[] = [];
  for (const country of land.features) {
    if (country.properties.name === 'Antarctica') continue;
    const cut = geoProject(country as Feature<Polygon | MultiPolygon>, flat);
    if (!cut.geometry) continue;
    features.push({
      type: 'Feature',
      properties: { kind: 'land', code: alpha2(country.id) },
      geometry: cut.geometry,
    });
    const [longitude, latitude] = geoCentroid(largestPart(country.geometry as Polygon | MultiPolygon));
    features.push({
      type: 'Feature',
      properties: { kind: 'name', name: country.properties.name, code: alpha2(country.id), area: geoArea(country) },
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
    });
  }
  const line = (kind: string, inner: boolean): void => {
    const lines = mesh(atlas, atlas.objects.countries as TopoCollection, (a, b) => (a !== b) === inner);
    features.push({ type: 'Feature', properties: { kind }, geometry: geoProject(lines, flat) });
  };
  line('border', true);
  line('coast', false);

  const outlines: FeatureCollection = { type: 'FeatureCollection', features };
  return JSON.parse(JSON.stringify(outlines, shorter)) as FeatureCollection;
}

/** `004` as `AF`: the atlas numbers countries by ISO 3166, we name them by its letters. Null for the few without a number. */
function alpha2(number: string | number | undefined): string | null {
  if (number === undefined) return null;
  const code = new Intl.Locale(`und-${String(number).padStart(3, '0')}`).region ?? '';
  return /^[A-Z]{2}$/.test(code) ? code : null;
}

/** Names stand on the main land, not between it and its islands. */
function largestPart(shape: Polygon | MultiPolygon): Polygon {
  if (shape.type === 'Polygon') return shape;
  const parts = shape.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  return parts.reduce((a, b) => (geoArea(a) >= geoArea(b) ? a : b));
}

/** Two decimals of a degree, about a kilometre: finer than 1:50 million. Points that then fall together become one. */
function shorter(_key: string, value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 100) / 100;
  if (!Array.isArray(value) || !Array.isArray(value[0]) || typeof value[0][0] !== 'number') return value;
  const points = (value as Position[]).map((point) => point.map((degree) => Math.round(degree * 100) / 100));
  const apart = points.filter((point, at) => at === 0 || String(point) !== String(points[at - 1]));
  return apart.length < 4 ? points : apart;
}

/** Serves the outlines as a file of our own: `import outlines from 'virtual:outlines'` gives its address. */
export function outlinesPlugin(): Plugin {
  const name = 'virtual:outlines';
  const address = '/dev/outlines.json';
  let serving = false;
  return {
    name: 'ascribe-outlines',
    configResolved: (config) => {
      serving = config.command === 'serve';
    },
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      if (serving) return `export default ${JSON.stringify(address)}`;
      const file = this.emitFile({
        type: 'asset',
        name: 'outlines.json',
        source: JSON.stringify(countryOutlines()),
      });
      return `export default import.meta.ROLLUP_FILE_URL_${file}`;
    },
    configureServer(server) {
      server.middlewares.use(address, (_request, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify(countryOutlines()));
      });
    },
  };
}
