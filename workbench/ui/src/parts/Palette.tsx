import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { get } from '../api/client';
import type { Found, Hit } from '../api/types';
import { t } from '../messages/en';
import { Dialog } from './Dialog';
import { useGo } from './Ways';

interface Choice {
  group: string;
  address: string;
  label: string | null;
  title: string;
  detail: string | null;
}

const pages: Choice[] = [
  ['/incidents', t.nav.incidents],
  ['/reports', t.nav.reports],
  ['/actors', t.nav.actors],
  ['/matches', t.nav.matches],
  ['/findings', t.nav.findings],
  ['/imports', t.nav.imports],
  ['/judgements', t.nav.judgements],
  ['/perspectives', t.nav.perspectives],
  ['/difference', t.difference.title],
].map(([address = '', title = '']) => ({ group: t.palette.pages, address, label: null, title, detail: null }));

function choices(words: string, found: Found | undefined): Choice[] {
  if (words === '' || !found) {
    return pages.filter((page) => page.title.toLowerCase().includes(words.toLowerCase()));
  }
  const of = (group: string, folder: string, hits: Hit[]): Choice[] =>
    hits.map((hit) => ({
      group,
      address: `${folder}/${encodeURIComponent(folder === '/incidents' ? (hit.label ?? hit.id) : hit.id)}`,
      label: hit.label,
      title: hit.title,
      detail: hit.detail,
    }));
  return [
    ...of(t.nav.incidents, '/incidents', found.incidents),
    ...of(t.nav.actors, '/actors', found.actors),
    ...of(t.nav.reports, '/reports', found.reports),
  ];
}

/** Ctrl+K: finds anything in the ledger, on the keyboard alone. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  // Enter was pressed before the answer came: open its first hit when it does.
  const [entered, setEntered] = useState(false);
  const navigate = useGo();
  const list = useId();

  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), 120);
    return () => clearTimeout(timer);
  }, [words]);

  const search = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => get<Found>(`/search?${new URLSearchParams({ q: asked }).toString()}`, signal),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const all = choices(asked, asked === '' ? undefined : search.data);
  const current = Math.min(at, all.length - 1);

  const open = (choice: Choice | undefined): void => {
    if (!choice) return;
    onClose();
    navigate(choice.address);
  };
  const waiting = words.trim() !== asked || (asked !== '' && search.isFetching);
  useEffect(() => {
    if (entered && !waiting) open(all[0]);
  });
  useEffect(() => {
    document.getElementById(`${list}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, current]);

  return (
    <Dialog label={t.palette.title} className="palette" onClose={onClose}>
      <input
        autoFocus
        type="search"
        role="combobox"
        aria-label={t.palette.title}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={current >= 0 ? `${list}-${current}` : undefined}
        placeholder={t.palette.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setEntered(false);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(current + 1, all.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(current - 1, 0));
          else if (event.key === 'Enter') {
            if (waiting) setEntered(true);
            else open(all[current]);
          } else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
        }}
      />
      <div role="listbox" id={list} aria-label={t.palette.title}>
        {all.map((choice, index) => (
          <div key={choice.address}>
            {choice.group !== all[index - 1]?.group && (
              <div className="group" role="presentation">
                {choice.group}
              </div>
            )}
            <div
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === current}
              onMouseMove={() => setAt(index)}
              onClick={() => open(choice)}
            >
              {choice.label && <span className="label">{choice.label}</span>}
              <span className="title">{choice.title}</span>
              {choice.detail && <span className="detail">{choice.detail}</span>}
            </div>
          </div>
        ))}
        {asked !== '' && search.data && all.length === 0 && <p className="nothing">{t.palette.nothing}</p>}
        {search.error && <p className="nothing">{search.error.message}</p>}
      </div>
      <p className="hint">
        <span>{t.palette.hint}</span>
        <span role="status">{asked !== '' && search.data ? t.palette.results(all.length) : ''}</span>
      </p>
    </Dialog>
  );
}
