import type { Facets, FacetValue } from '../api/types';
import { filterQuery, toggled, withoutFilters, withValue, type Multiple } from '../filters';
import { country, day } from '../format';
import { t } from '../messages/en';
import { WordsField } from './WordsField';

const choices: [Multiple, string, keyof Facets & ('countries' | 'types' | 'actors' | 'statuses')][] = [
  ['country', t.incidents.country, 'countries'],
  ['actor', t.incidents.actor, 'actors'],
  ['type', t.incidents.type, 'types'],
  ['status', t.incidents.status, 'statuses'],
];

function nameOf(filter: Multiple, value: FacetValue): string {
  if (filter === 'country') return country(value.value) ?? value.name;
  if (filter === 'type') return (t.type as Record<string, string>)[value.value] ?? value.name;
  if (filter === 'status') return (t.status as Record<string, string>)[value.value] ?? value.name;
  return value.name;
}

/** The filters as fields, and those that are on as chips: together they are the address of what is shown. */
export function Filters(props: {
  params: URLSearchParams;
  setParams: (params: URLSearchParams, options?: { replace: boolean }) => void;
  facets: Facets | undefined;
}) {
  const { params, setParams, facets } = props;
  const chips: { key: string; name: string; remove: () => void }[] = [];
  for (const name of ['from', 'to'] as const) {
    const value = params.get(name);
    if (value) {
      chips.push({
        key: name,
        name: `${name === 'from' ? t.incidents.from : t.incidents.to} ${day(value)}`,
        remove: () => setParams(withValue(params, name, null)),
      });
    }
  }
  for (const [filter, title, list] of choices) {
    for (const value of params.getAll(filter)) {
      const known = facets?.[list].find((facet) => facet.value === value);
      chips.push({
        key: `${filter}-${value}`,
        name: `${title}: ${nameOf(filter, known ?? { value, name: value, incidents: 0 })}`,
        remove: () => setParams(toggled(params, filter, value)),
      });
    }
  }
  if (params.get('bbox')) {
    chips.push({ key: 'bbox', name: t.incidents.mapView, remove: () => setParams(withValue(params, 'bbox', null)) });
  }

  return (
    <search className="filters" aria-label={t.incidents.filters}>
      <form onSubmit={(event) => event.preventDefault()}>
        <WordsField
          asked={params.get('q') ?? ''}
          placeholder={t.incidents.textPlaceholder}
          onWords={(words) => setParams(withValue(params, 'q', words), { replace: true })}
        />
        {(['from', 'to'] as const).map((name) => (
          <label key={name}>
            {t.incidents[name]}
            <input
              type="date"
              value={params.get(name) ?? ''}
              onChange={(event) => setParams(withValue(params, name, event.target.value), { replace: true })}
            />
          </label>
        ))}
        {choices.map(([filter, title, list]) => (
          <label key={filter}>
            {title}
            <select
              value=""
              onChange={(event) => setParams(toggled(params, filter, event.target.value))}
              className={params.has(filter) ? 'on' : ''}
            >
              <option value="">
                {params.has(filter)
                  ? params
                      .getAll(filter)
                      .map((value) =>
                        nameOf(
                          filter,
                          facets?.[list].find((facet) => facet.value === value) ?? { value, name: value, incidents: 0 },
                        ),
                      )
                      .join(', ')
                  : t.incidents.any}
              </option>
              {facets?.[list].map((value) => (
                <option key={value.value} value={value.value}>
                  {params.getAll(filter).includes(value.value) ? '✓ ' : ''}
                  {nameOf(filter, value)} ({value.incidents})
                </option>
              ))}
            </select>
          </label>
        ))}
      </form>
      {chips.length > 0 && (
        <ul className="chips" aria-label={t.incidents.active}>
          {chips.map((chip) => (
            <li key={chip.key}>
              <button type="button" className="chip" onClick={chip.remove} aria-label={t.incidents.remove(chip.name)}>
                {chip.name}
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
          {filterQuery(params).size > 1 && (
            <li>
              <button type="button" className="link" onClick={() => setParams(withoutFilters(params))}>
                {t.incidents.clearAll}
              </button>
            </li>
          )}
        </ul>
      )}
    </search>
  );
}
