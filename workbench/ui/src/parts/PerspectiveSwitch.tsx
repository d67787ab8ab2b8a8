import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { get } from '../api/client';
import type { PerspectiveView } from '../api/types';
import { t } from '../messages/en';
import { switched } from '../perspective';
import { usePerspective } from './Ways';

export function usePerspectives() {
  return useQuery({
    queryKey: ['perspectives'],
    queryFn: ({ signal }) => get<PerspectiveView[]>('/perspectives', signal),
  });
}

/** The title of the perspective that the page is seen through. */
export function usePerspectiveTitle(): string {
  const name = usePerspective();
  return usePerspectives().data?.find((one) => one.name === name)?.title ?? name;
}

/** A choice of perspective by its title; those built in first, then the user's own. */
export function PerspectiveSelect(props: {
  value: string;
  onChange: (name: string) => void;
  label?: string;
  className?: string;
}) {
  const all = usePerspectives().data ?? [];
  const own = all.filter((one) => !one.builtIn);
  const option = (one: PerspectiveView) => (
    <option key={one.name} value={one.name} disabled={one.problem !== null} title={one.about}>
      {one.problem ? t.header.unusable(one.name) : one.title}
    </option>
  );
  return (
    <select
      aria-label={props.label}
      className={props.className}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    >
      {all.every((one) => one.name !== props.value) && <option value={props.value}>{props.value}</option>}
      {own.length === 0 ? (
        all.map(option)
      ) : (
        <>
          <optgroup label={t.header.builtIn}>{all.filter((one) => one.builtIn).map(option)}</optgroup>
          <optgroup label={t.header.own}>{own.map(option)}</optgroup>
        </>
      )}
    </select>
  );
}

/** Through whose eyes every page is seen; it is part of the address. */
export function PerspectiveSwitch() {
  const [params, setParams] = useSearchParams();
  const value = usePerspective();
  return (
    <PerspectiveSelect
      label={t.header.perspective}
      className={params.has('perspective') ? 'on' : ''}
      value={value}
      onChange={(name) => setParams(switched(params, name))}
    />
  );
}
