import type { Page } from '@playwright/test';
import { expect, incidents, rows, test } from './workbench';

test('the timeline filters table and address, and lets go', async ({ page }) => {
  const all = await incidents(page);
  await page.goto('/incidents');
  await expect(rows(page)).toHaveCount(all.length);

  const chart = page.getByTestId('timeline');
  await expect(chart.locator('canvas').first()).toBeVisible();
  const box = await chart.boundingBox();
  if (!box) throw new Error('the timeline has no size');
  await page.mouse.move(box.x + box.width * 0.75, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, box.y + 50, { steps: 6 });
  await page.mouse.up();

  await expect(page).toHaveURL(/from=\d{4}-\d\d-01&to=\d{4}-\d\d-\d\d/);
  const query = new URL(page.url()).search.slice(1);
  const some = await incidents(page, query);
  expect(some.length).toBeLessThan(all.length);
  await expect(page.locator('.total')).toContainText(`${some.length} incident`);
  await expect(rows(page)).toHaveCount(some.length);

  await page.getByRole('button', { name: 'All dates' }).click();
  await expect(rows(page)).toHaveCount(all.length);
});

/** The query string once the map has come to rest: unchanged for a second. */
async function settledQuery(page: Page): Promise<string> {
  let last = '';
  await expect
    .poll(
      () => {
        const before = last;
        last = new URL(page.url()).search.slice(1);
        return last === before;
      },
      { intervals: [1000] },
    )
    .toBe(true);
  return last;
}

test('the map view filters the table only when asked to', async ({ page }) => {
  const all = await incidents(page);
  await page.goto('/incidents');
  await expect(page.getByTestId('map')).toHaveAttribute('data-ready', 'true');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(page).not.toHaveURL(/bbox/);

  await page.getByLabel('Filter by map view').check();
  await expect(page).toHaveURL(/bbox=/);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect
    .poll(async () => (await incidents(page, new URL(page.url()).search.slice(1))).length)
    .toBeLessThan(all.length);
  const query = await settledQuery(page);
  const some = await incidents(page, query);
  await expect(page.locator('.total')).toContainText(`${some.length} incident`);

  // The address alone shows the same again.
  await page.reload();
  await expect(page.locator('.total')).toContainText(`${some.length} incident`);
  await page.getByRole('button', { name: /Remove the filter Map view/ }).click();
  await expect(page.locator('.total')).toContainText(`${all.length} incident`);
});

test('chosen country, actor and words filter, are chips, and can be taken away', async ({ page }) => {
  const all = await incidents(page);
  const country = all.find((one) => one.where?.country)?.where?.country ?? '';
  await page.goto('/incidents');
  await page.getByLabel('Country').selectOption(country);
  await expect(page).toHaveURL(new RegExp(`country=${country}`));
  const some = await incidents(page, `country=${country}`);
  await expect(rows(page)).toHaveCount(some.length);
  await page.getByRole('button', { name: /Remove the filter Country/ }).click();
  await expect(rows(page)).toHaveCount(all.length);

  const actor = page.locator('.col-who button').first();
  const name = await actor.innerText();
  await actor.click();
  await expect(page.getByRole('button', { name: `Remove the filter Actor: ${name}` })).toBeVisible();
  await expect(page).toHaveURL(/actor=/);

  await page.goto('/incidents?q=zzzzzz');
  await expect(page.getByText('No incident fits these filters.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(rows(page)).toHaveCount(all.length);
});

test('the filtered table is a CSV file of the same filters', async ({ page }) => {
  await page.goto('/incidents?status=contested');
  const address = await page.getByRole('link', { name: 'Download as CSV' }).getAttribute('href');
  expect(address).toBe('/api/v1/incidents.csv?status=contested');
  const csv = await page.request.get(address ?? '');
  expect(csv.headers()['content-type']).toContain('text/csv');
});
