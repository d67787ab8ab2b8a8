import { useEffect, useRef, useState } from 'react';
import { t } from '../messages/en';
import { typing } from './Header';

/** Words to filter by, told when typing pauses; the key / leads here. */
export function WordsField(props: { asked: string; placeholder: string; onWords: (words: string) => void }) {
  const { asked, onWords } = props;
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(asked);
  useEffect(() => setTyped(asked), [asked]);
  useEffect(() => {
    if (typed.trim() === asked) return undefined;
    const timer = setTimeout(() => onWords(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed, asked, onWords]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === '/' && !typing(event) && !event.ctrlKey && !document.querySelector('dialog[open]')) {
        event.preventDefault();
        field.current?.focus();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <label className="words">
      {t.incidents.text}
      <input
        ref={field}
        type="search"
        value={typed}
        placeholder={props.placeholder}
        onChange={(event) => setTyped(event.target.value)}
        aria-keyshortcuts="/"
      />
    </label>
  );
}
