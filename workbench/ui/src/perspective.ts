/* The perspective is part of every address, so that a link shows what its sender saw. Every voice needs no word. */

export const EVERY_VOICE = 'every-voice';

const NAME = 'perspective';

export const perspectiveOf = (params: URLSearchParams): string => params.get(NAME) ?? EVERY_VOICE;

/** The address seen through a perspective; one that names its own keeps it. */
export function through(address: string, perspective: string): string {
  if (perspective === EVERY_VOICE || !address.startsWith('/')) return address;
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(address) ?? [];
  const params = new URLSearchParams(query);
  if (!params.has(NAME)) params.set(NAME, perspective);
  return `${path}?${params.toString()}${fragment}`;
}

/** A query string under another perspective. */
export function switched(params: URLSearchParams, perspective: string): URLSearchParams {
  const next = new URLSearchParams(params);
  if (perspective === EVERY_VOICE) next.delete(NAME);
  else next.set(NAME, perspective);
  return next;
}

/** What a request adds to ask through a perspective. */
export function asking(query: URLSearchParams | string, perspective: string): string {
  const asked = new URLSearchParams(query);
  if (perspective !== EVERY_VOICE) asked.set(NAME, perspective);
  const text = asked.toString();
  return text === '' ? '' : `?${text}`;
}
