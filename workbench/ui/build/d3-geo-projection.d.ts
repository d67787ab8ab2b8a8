/** The one function of d3-geo-projection that the build uses; the package brings no types. */
declare module 'd3-geo-projection' {
  import type { GeoProjection } from 'd3-geo';
  export function geoProject<T extends import('geojson').GeoJSON>(object: T, projection: GeoProjection): T;
}
