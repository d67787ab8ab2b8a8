import { test as base, expect, type Page } from '@playwright/test';

/** A page that stays on its origin and complains of nothing: each test fails where it does not. */
export const test = base.extend<{ quiet: undefined }>({
  // Known only once the server runs, so not in the configuration.
  baseURL: async ({}, use) => use(process.env['ASCRIBE_URL'] ?? ''),
  quiet: [
    async ({ page, baseURL }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        // The status line of a refused request is the browser's own; tests of refusals look at the page.
        if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
          complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(`${error.name}: ${error.message}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(`${baseURL}/`) && !/^(blob|data):/.test(request.url())) {
          complaints.push(`a request left the origin: ${request.url()}`);
        }
      });
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) =>
          console.error(`policy violated: ${event.violatedDirective} by ${event.blockedURI}`),
        );
      });
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export interface Incident {
  label: string;
  summary: string;
  status: string;
  when: { from: string | null; to: string | null } | null;
  where: { latitude: number | null; longitude: number | null; country: string | null } | null;
  actors: { id: string; name: string }[];
}

/** What the API lists, to hold the screen against. */
export async function incidents(page: Page, query = ''): Promise<Incident[]> {
  const response = await page.request.get(`/api/v1/incidents?limit=500${query && `&${query}`}`);
  return ((await response.json()) as { items: Incident[] }).items;
}

export async function contested(page: Page): Promise<Incident> {
  const found = (await incidents(page, 'status=contested')).find((one) => one.actors.length > 1);
  if (!found) throw new Error('The demo corpus has no contested incident with two actors.');
  return found;
}

export const rows = (page: Page) => page.locator('.table-panel tbody tr');
