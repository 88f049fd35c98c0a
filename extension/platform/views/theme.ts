export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const themeKey = 'theme';

export function parseTheme(stored: unknown): Theme {
  return themes.find((theme) => theme === stored) ?? 'system';
}

/** In a store that can be read at once, so that no page is painted in the wrong colours first. */
export function loadTheme(): Theme {
  try {
    return parseTheme(localStorage.getItem(themeKey));
  } catch {
    // Frames on pages may be denied the store: there the system decides.
    return 'system';
  }
}

export function applyTheme(): void {
  document.documentElement.dataset.theme = loadTheme();
}

export function followTheme(): void {
  applyTheme();
  addEventListener('storage', (event) => event.key === themeKey && applyTheme());
}
