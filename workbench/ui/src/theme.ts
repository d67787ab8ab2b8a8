export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'ascribe.theme';
const changed = new EventTarget();

export function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(key);
    return themes.find((theme) => theme === stored) ?? 'system';
  } catch {
    return 'system'; // storage may be switched off
  }
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // then it holds until the page is closed
  }
  changed.dispatchEvent(new Event('change'));
}

/** Calls back when the colours change, by choice or by the system; returns how to stop. */
export function onThemeChange(callback: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  changed.addEventListener('change', callback);
  system.addEventListener('change', callback);
  return () => {
    changed.removeEventListener('change', callback);
    system.removeEventListener('change', callback);
  };
}

/** The value that a custom property has now, such as `--accent`, for canvases that know no CSS. */
export function colour(property: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${property})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

export const stillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
