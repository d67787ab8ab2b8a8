import { contested, expect, incidents, rows, test } from './workbench';

test('a reader opens a dispute and finds the sentence', async ({ page }) => {
  const dispute = await contested(page);
  await page.goto('/incidents?status=contested');
  await page.getByRole('link', { name: `${dispute.label}: ${dispute.summary}` }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(dispute.summary);
  await expect(page.locator('.status-line')).toContainText('Contested');
  const columns = page.locator('.claimant');
  await expect(columns).toHaveCount(dispute.actors.length);

  const card = columns.first().locator('.statement').first();
  const words = (await card.locator('mark').innerText()).trim();
  expect(words).not.toBe('');
  await card.getByRole('link', { name: /sentence \d+/ }).click();

  await expect(page).toHaveURL(/\/reports\/r-[0-9a-f]{16}\?assertion=a-[0-9a-f]{16}$/);
  const chosen = page.locator('.words [data-chosen]');
  await expect(chosen.first()).toBeInViewport();
  const shown = (await chosen.allInnerTexts()).join('').replace(/\s+/g, '');
  expect(shown).toBe(words.replace(/\s+/g, ''));
});

test('from a passage to its assertion, to the incident, and back', async ({ page }) => {
  const dispute = await contested(page);
  const sheet = (await (await page.request.get(`/api/v1/incidents/${dispute.label}`)).json()) as {
    reports: { id: string }[];
  };
  await page.goto(`/reports/${sheet.reports[0]?.id}`);
  await page.locator('.words-said').first().click();
  const entry = page.locator('.assertions [aria-current]');
  await expect(entry).toBeVisible();
  await expect(page.locator('.words [data-chosen]').first()).toBeVisible();

  // On from passage to passage on the keyboard, until one is about an incident.
  const way = entry.getByRole('link', { name: /^Open I-\d+$/ });
  for (let step = 0; step < 20 && !(await way.isVisible()); step++) await page.keyboard.press('j');
  await way.click();
  await expect(page).toHaveURL(/\/incidents\/I-\d+\?assertion=a-/);
  await expect(page.locator('.sheet-head')).toBeVisible();
  await page.goBack();
  await expect(page.locator('.assertions [aria-current]')).toBeVisible();
});

test('kinds of passage can be switched off', async ({ page }) => {
  const first = await contested(page);
  const sheet = (await (await page.request.get(`/api/v1/incidents/${first.label}`)).json()) as {
    reports: { id: string }[];
  };
  await page.goto(`/reports/${sheet.reports[0]?.id}`);
  const toggles = page.locator('.toggle');
  await expect(toggles.first()).toHaveAttribute('aria-pressed', 'true');
  for (const toggle of await toggles.all()) await toggle.click();
  await expect(page.locator('.words-said')).toHaveCount(0);
  await toggles.first().click();
  await expect(page.locator('.words-said').first()).toBeVisible();
});

test('an incident that does not exist is refused in plain words', async ({ page }) => {
  await page.goto('/incidents/I-99999');
  await expect(page.getByRole('alert')).toContainText('I-99999');
  await page.goto('/nowhere');
  await expect(page.getByRole('heading')).toHaveText('There is no such page.');
});

test('unknown tolls are unknown, not zero', async ({ page }) => {
  const open = (await incidents(page)) as unknown as { label: string; killed: unknown }[];
  const unknown = open.find((one) => one.killed === null);
  test.skip(!unknown, 'every incident of this ledger has a toll');
  await page.goto('/incidents');
  const row = rows(page).filter({ has: page.getByRole('link', { name: new RegExp(`^${unknown?.label}:`) }) });
  await expect(row.locator('.col-killed')).toHaveText('unknown');
});
