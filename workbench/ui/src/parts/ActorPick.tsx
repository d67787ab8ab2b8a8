import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { get } from '../api/client';
import type { ActorRow, Page } from '../api/types';
import { t } from '../messages/en';

const shown = 8;

/** How well the words fit an actor: its name's beginning best, then its other names; 0 if a word is missing. */
export function fit(actor: ActorRow, words: readonly string[]): number {
  const name = ` ${actor.name.toLowerCase()}`;
  const all = `${name} ${actor.aliases.map((alias) => alias.alias.toLowerCase()).join(' ')}`;
  let sum = 1;
  for (const word of words) {
    if (name.startsWith(` ${word}`)) sum += 4;
    else if (name.includes(` ${word}`)) sum += 3;
    else if (all.includes(` ${word}`)) sum += 2;
    else if (all.includes(word)) sum += 1;
    else return 0;
  }
  return sum;
}

/** All of them, so that picking needs no more requests. */
async function knownActors(signal: AbortSignal): Promise<ActorRow[]> {
  const all: ActorRow[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query = new URLSearchParams({ scope: 'known', limit: '500', cursor });
    const page: Page<ActorRow> = await get<Page<ActorRow>>(`/actors?${query.toString()}`, signal);
    all.push(...page.items);
    cursor = page.next;
  }
  return all;
}

/** Picks one of the actors that the ledger or its dictionary knows, by any of their names. */
export function ActorPick(props: {
  /** The actor that was read, which is not offered. */
  but: string;
  chosen: ActorRow | null;
  onChoose: (actor: ActorRow | null) => void;
}) {
  const { but, chosen, onChoose } = props;
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(true);
  const list = useId();
  const known = useQuery({
    queryKey: ['known-actors'],
    queryFn: ({ signal }) => knownActors(signal),
    staleTime: 60_000,
  });
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = (known.data ?? [])
    .filter((actor) => actor.id !== but)
    .map((actor) => ({ actor, fit: fit(actor, asked) }))
    .filter((one) => one.fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map((one) => one.actor)
    .slice(0, shown);
  const current = Math.min(at, found.length - 1);
  const choose = (actor: ActorRow | undefined): void => {
    if (!actor) return;
    onChoose(actor);
    setWords(actor.name);
    setOpen(false);
  };

  return (
    <div className="pick">
      <label>
        {t.judge.actor}
        <input
          autoFocus
          role="combobox"
          aria-expanded={open}
          aria-controls={list}
          aria-activedescendant={open && current >= 0 ? `${list}-${current}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={t.judge.actorPlaceholder}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setAt(0);
            setOpen(true);
            onChoose(null);
          }}
          onKeyDown={(event) => {
            if (!open && event.key === 'ArrowDown') setOpen(true);
            else if (!open) return;
            else if (event.key === 'ArrowDown') setAt(Math.min(current + 1, found.length - 1));
            else if (event.key === 'ArrowUp') setAt(Math.max(current - 1, 0));
            else if (event.key === 'Enter') choose(found[current]);
            else if (event.key === 'Escape') setOpen(false);
            else return;
            event.preventDefault();
          }}
        />
      </label>
      {open && (
        <div role="listbox" id={list} aria-label={t.judge.actor}>
          {found.map((actor, index) => (
            <div
              key={actor.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === current}
              onMouseMove={() => setAt(index)}
              onMouseDown={(event) => event.preventDefault()} // the field keeps the focus
              onClick={() => choose(actor)}
            >
              <span className="title">{actor.name}</span>
              <span className="detail">
                {actor.aliases
                  .map((alias) => alias.alias)
                  .filter((alias) => alias !== actor.name)
                  .slice(0, 3)
                  .join(', ')}
              </span>
            </div>
          ))}
          {known.data && found.length === 0 && <p className="nothing">{t.judge.actorNone}</p>}
          {known.error && <p className="problem">{known.error.message}</p>}
        </div>
      )}
      {!open && chosen && <small>{t.judge.actorChosen(chosen.name)}</small>}
    </div>
  );
}
