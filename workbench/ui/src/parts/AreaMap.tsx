import type { Feature, FeatureCollection, Point } from 'geojson';
import { Map as MapLibre, Marker, setWorkerUrl, type GeoJSONSource, type StyleSpecification } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import outlines from 'virtual:outlines';
import type { IncidentRow } from '../api/types';
import {
  areaFeatures,
  areas,
  bounds,
  isExact,
  landOf,
  lands,
  most,
  parseBox,
  pointFeatures,
  type Area,
  type Lands,
} from '../areas';
import { t } from '../messages/en';
import { colour, onThemeChange, stillness } from '../theme';
import { StatusMark } from './Glyphs';
import { WhenText } from './Said';
import { Link } from './Ways';

setWorkerUrl(workerUrl);

type Row = Pick<IncidentRow, 'id' | 'label' | 'summary' | 'where' | 'when'> & Partial<Pick<IncidentRow, 'status'>>;

/** Marks a move as the reader's own, like those by mouse and keys. */
const byButton = { byButton: true };

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };

let outlinesRead: Promise<FeatureCollection> | null = null;

/** The outlines, read once; none if they cannot be, since without them the map still stands. */
const readOutlines = (): Promise<FeatureCollection> =>
  (outlinesRead ??= fetch(outlines)
    .then((response) => response.json() as Promise<FeatureCollection>)
    .catch(() => {
      outlinesRead = null;
      return nothing;
    }));

/** Null until they are read. */
function useLands(): Lands | null {
  const [known, setKnown] = useState<Lands | null>(null);
  useEffect(() => {
    let gone = false;
    void readOutlines().then((all) => {
      if (!gone) setKnown(lands(all));
    });
    return () => {
      gone = true;
    };
  }, []);
  return known;
}

/** @param dot radius of a place known to its town or site, in pixels */
function style(dot: number): StyleSpecification {
  return {
    version: 8,
    sources: {
      outlines: { type: 'geojson', data: new URL(outlines, location.href).href, tolerance: 0.2 },
      areas: { type: 'geojson', data: nothing },
      points: { type: 'geojson', data: nothing },
    },
    layers: [
      { id: 'sea', type: 'background' },
      { id: 'land', type: 'fill', source: 'outlines', filter: ['==', ['get', 'kind'], 'land'] },
      {
        id: 'coast',
        type: 'line',
        source: 'outlines',
        filter: ['==', ['get', 'kind'], 'coast'],
        paint: { 'line-width': 0.6 },
      },
      {
        id: 'border',
        type: 'line',
        source: 'outlines',
        filter: ['==', ['get', 'kind'], 'border'],
        paint: { 'line-width': 0.8 },
      },
      {
        id: 'area',
        type: 'fill',
        source: 'areas',
        paint: {
          // Rings of a soft edge add up, so each is faint.
          'fill-opacity': [
            'match',
            ['get', 'shape'],
            'soft',
            ['case', ['get', 'hovered'], 0.06, 0.026],
            'land',
            ['case', ['get', 'hovered'], 0.34, 0.16],
            ['case', ['get', 'hovered'], 0.42, 0.3],
          ],
          'fill-antialias': false,
        },
      },
      {
        id: 'area-edge',
        type: 'line',
        source: 'areas',
        filter: ['==', ['get', 'shape'], 'land'],
        paint: { 'line-width': ['case', ['get', 'hovered'], 2, 1], 'line-opacity': 0.6 },
      },
      {
        id: 'point',
        type: 'circle',
        source: 'points',
        paint: {
          'circle-radius': ['+', dot, ['*', 2.5, ['sqrt', ['-', ['get', 'incidents'], 1]]]],
          'circle-opacity': ['case', ['get', 'hovered'], 0.9, 0.5],
          'circle-stroke-width': ['case', ['get', 'hovered'], 2, 1.25],
          'circle-stroke-opacity': 0.95,
        },
      },
    ],
  };
}

function paint(map: MapLibre): void {
  const accent = colour('--place');
  map.setPaintProperty('sea', 'background-color', colour('--map-sea'));
  map.setPaintProperty('land', 'fill-color', colour('--map-land'));
  map.setPaintProperty('coast', 'line-color', colour('--map-line'));
  map.setPaintProperty('border', 'line-color', colour('--map-line'));
  map.setPaintProperty('area', 'fill-color', accent);
  map.setPaintProperty('area-edge', 'line-color', accent);
  map.setPaintProperty('point', 'circle-color', accent);
  map.setPaintProperty('point', 'circle-stroke-color', accent);
}

/** Incidents as areas as wide as their sources are vague; never a pin for what is only a province. */
export default function AreaMap(props: {
  rows: readonly Row[];
  hovered?: string | null;
  onHover?: (id: string | null) => void;
  /** The map view that filters, null if none does. */
  box?: string | null;
  onBox?: (box: string | null) => void;
  /** A small map for one incident: no list of what cannot be drawn, no filter. */
  small?: boolean;
}) {
  const { rows, hovered = null, onHover, box = null, onBox, small = false } = props;
  const { areas: all, unmapped } = useMemo(() => areas(rows), [rows]);
  const known = useLands();
  const dot = small ? 6.5 : 4.5;
  const canvas = useRef<HTMLDivElement>(null);
  const map = useRef<MapLibre | null>(null);
  const [ready, setReady] = useState(false);
  const [broken, setBroken] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  const [filtering, setFiltering] = useState(box !== null);
  const filterId = useId();
  const fitted = useRef<string | null>(null);
  const now = useRef({ all, filtering, onBox, onHover });
  useEffect(() => {
    now.current = { all, filtering, onBox, onHover };
  });
  const start = useRef({ box: parseBox(box), dot });

  useEffect(() => {
    if (!canvas.current) return undefined;
    let made: MapLibre;
    try {
      made = new MapLibre({
        container: canvas.current,
        style: style(start.current.dot),
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        renderWorldCopies: false,
        minZoom: 0.6,
        maxZoom: 10,
        fadeDuration: 0,
        ...(start.current.box ? { bounds: start.current.box } : { center: [60, 35], zoom: 2.2 }),
      });
    } catch {
      setBroken(true); // no WebGL: the table says the same
      return undefined;
    }
    map.current = made;
    made.touchZoomRotate.disableRotation();
    made.keyboard.disableRotation();
    const restyle = (): void => paint(made);
    let stopTheme: (() => void) | undefined;
    made.on('load', () => {
      paint(made);
      stopTheme = onThemeChange(restyle);
      setReady(true);
    });

    const names = countryNames(made);
    const keyAt = (point: { x: number; y: number }): string | null => {
      const near: [[number, number], [number, number]] = [
        [point.x - 3, point.y - 3],
        [point.x + 3, point.y + 3],
      ];
      // The uppermost feature is the finest place, since the wide areas lie below.
      return (made.queryRenderedFeatures(near, { layers: ['point', 'area'] })[0]?.properties['key'] as string) ?? null;
    };
    made.on('mousemove', (event) => {
      const key = keyAt(event.point);
      made.getCanvas().style.cursor = key ? 'pointer' : '';
      const area = now.current.all.find((one) => one.key === key);
      now.current.onHover?.(area?.rows[0]?.id ?? null);
    });
    made.on('mouseout', () => now.current.onHover?.(null));
    made.on('click', (event) => setPicked(keyAt(event.point)));
    made.on('moveend', (event) => {
      // Only what the reader moved filters; what the page fitted itself, or a new window size, does not.
      if (now.current.filtering && (event.originalEvent ?? 'byButton' in event)) now.current.onBox?.(viewOf(made));
    });
    return () => {
      stopTheme?.();
      names();
      made.remove();
      map.current = null;
      setReady(false);
    };
  }, []);

  useEffect(() => {
    if (!ready || !known) return;
    (map.current?.getSource('areas') as GeoJSONSource | undefined)?.setData(areaFeatures(all, hovered, known));
    (map.current?.getSource('points') as GeoJSONSource | undefined)?.setData(pointFeatures(all, hovered));
  }, [ready, all, hovered, known]);

  // How many incidents one place holds, where more than one; on the small map the name of the one place. A whole country
  // has its name on the map already, so its count stands below that.
  useEffect(() => {
    const made = map.current;
    if (!ready || !made || !known) return undefined;
    const markers = all
      .filter((area) => (small ? !landOf(area, known) : area.rows.length > 1))
      .sort((a, b) => b.rows.length - a.rows.length)
      .slice(0, 100)
      .map((area) => {
        const element = document.createElement('span');
        element.className = small ? 'map-place' : 'map-count';
        element.ariaHidden = 'true';
        element.textContent = small ? area.name : String(area.rows.length);
        const land = landOf(area, known);
        const [longitude = area.longitude, latitude = area.latitude] = land?.centre ?? [];
        return new Marker({ element, offset: [0, land ? 14 : 0] }).setLngLat([longitude, latitude]).addTo(made);
      });
    return () => markers.forEach((marker) => marker.remove());
  }, [ready, all, small, known]);

  const fit = (shown: readonly Area<Row>[], animate: boolean, mark: object = {}): void => {
    const around = known && bounds(shown, known);
    if (!around) return;
    // One town alone is shown with the country around it.
    const closest = !small ? 7 : shown.every((area) => isExact(area.precision)) ? 4.4 : 5.2;
    const options = { padding: small ? 24 : 36, maxZoom: closest, animate: animate && !stillness() };
    map.current?.fitBounds(around, options, mark);
  };
  const shape = all.map((area) => area.key).join(' ');
  useEffect(() => {
    if (!ready || !known || filtering || fitted.current === shape) return;
    fit(most(all), fitted.current !== null);
    fitted.current = shape;
  });

  // The chip of the map view can be taken away elsewhere.
  useEffect(() => {
    if (box === null) setFiltering(false);
  }, [box]);

  const toggle = (on: boolean): void => {
    setFiltering(on);
    if (map.current) onBox?.(on ? viewOf(map.current) : null);
  };

  if (broken) return <p className="note small">{t.errors.map}</p>;
  const area = all.find((one) => one.key === picked);
  return (
    <>
      {!small && (
        <div className="panel-head">
          <h2>{t.map.title}</h2>
          <label className="check" htmlFor={filterId}>
            <input
              id={filterId}
              type="checkbox"
              checked={filtering}
              onChange={(event) => toggle(event.target.checked)}
            />
            {t.map.filterByView}
          </label>
        </div>
      )}
      <div className="map-box">
        <div
          className="map-canvas"
          ref={canvas}
          role="region"
          aria-label={t.map.label}
          data-ready={ready}
          data-testid="map"
        />
        <div className="map-buttons">
          <button
            type="button"
            onClick={() => map.current?.zoomIn({}, byButton)}
            aria-label={t.map.zoomIn}
            title={t.map.zoomIn}
          >
            +
          </button>
          <button
            type="button"
            onClick={() => map.current?.zoomOut({}, byButton)}
            aria-label={t.map.zoomOut}
            title={t.map.zoomOut}
          >
            −
          </button>
          <button type="button" onClick={() => fit(all, true, byButton)} aria-label={t.map.fit} title={t.map.fit}>
            ⤢
          </button>
        </div>
        {area && !small && <Picked area={area} onClose={() => setPicked(null)} />}
      </div>
      <p className="map-foot">
        <span className="legend">
          <i className="exact" aria-hidden="true" /> {t.map.legendExact}
        </span>
        <span className="legend">
          <i className="vague" aria-hidden="true" /> {t.map.legendArea}
        </span>
        <small>{t.map.attribution}</small>
      </p>
      {!small && unmapped.length > 0 && (
        <details className="unmapped">
          <summary>{t.map.unmapped(unmapped.length)}</summary>
          <ul>
            {unmapped.map((row) => (
              <li key={row.id}>
                <Link to={`/incidents/${row.label}`}>{row.label}</Link> {row.summary}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Picked({ area, onClose }: { area: Area<Row>; onClose: () => void }) {
  return (
    <div className="picked" role="group" aria-label={area.name}>
      <div className="picked-head">
        <strong>{t.map.here(area.rows.length, area.name)}</strong>
        <span className="precision">{t.placePrecision[area.precision]}</span>
        <button type="button" className="quiet" onClick={onClose} aria-label={t.close}>
          ×
        </button>
      </div>
      <ul>
        {area.rows.map((row) => (
          <li key={row.id}>
            <Link to={`/incidents/${row.label}`}>
              <b>{row.label}</b> {row.summary}
            </Link>
            <span className="sub">
              <WhenText date={row.when} /> {row.status && <StatusMark status={row.status} />}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const viewOf = (map: MapLibre): string => {
  const view = map.getBounds();
  return [
    Math.max(-180, view.getWest()),
    Math.max(-90, view.getSouth()),
    Math.min(180, view.getEast()),
    Math.min(90, view.getNorth()),
  ]
    .map((degree) => degree.toFixed(2))
    .join(',');
};

/** Names of countries as HTML, since glyphs for the canvas would come from elsewhere: those that are wide enough in view. */
function countryNames(map: MapLibre): () => void {
  let places: Feature<Point, { name: string; area: number }>[] = [];
  const shown = new Map<string, Marker>();
  const place = (): void => {
    const view = map.getBounds();
    const pixels = 512 * 2 ** map.getZoom();
    for (const { properties, geometry } of places) {
      const [longitude = 0, latitude = 0] = geometry.coordinates;
      const width = (Math.sqrt(properties.area) / (2 * Math.PI)) * pixels;
      const wanted = view.contains([longitude, latitude]) && width > 22 + properties.name.length * 4.2;
      const marker = shown.get(properties.name);
      if (wanted && !marker) {
        const element = document.createElement('span');
        element.className = 'map-country';
        element.ariaHidden = 'true';
        element.textContent = properties.name;
        shown.set(properties.name, new Marker({ element }).setLngLat([longitude, latitude]).addTo(map));
      } else if (!wanted && marker) {
        marker.remove();
        shown.delete(properties.name);
      }
    }
  };
  let gone = false;
  void readOutlines().then((all) => {
    if (gone) return;
    places = all.features.filter((one) => one.properties?.['kind'] === 'name') as typeof places;
    place();
  });
  map.on('moveend', place);
  return () => {
    gone = true;
  };
}
