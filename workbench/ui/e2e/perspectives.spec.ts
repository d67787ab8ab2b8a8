import { expect, incidents, test } from './workbench';

/** The attack near Moscow on 22 March 2024, as the demo corpus tells it. */
async function moscow(page: import('@playwright/test').Page): Promise<string> {
  const found = (await incidents(page, 'country=RU&from=2024-03-22&to=2024-03-22')).sort(
    (a, b) => b.actors.length - a.actors.length,
  )[0];
  if (!found) throw new Error('The demo corpus has no attack near Moscow.');
  return found.label;
}

test('another perspective changes how the attack near Moscow stands, on every page', async ({ page }) => {
  const label = await moscow(page);
  await page.goto(`/incidents/${label}`);
  await expect(page.locator('.status-line')).toContainText('Contested');
  const support = await page.locator('.claimant').first().locator('.support').innerText();

  await page.getByLabel('Perspective', { exact: true }).selectOption('claims-first');
  await expect(page).toHaveURL(/perspective=claims-first/);
  await expect(page.locator('.claimant').first().locator('.support')).not.toHaveText(support);

  // Every way on keeps it.
  await page.getByRole('link', { name: 'All incidents' }).click();
  await expect(page).toHaveURL(/\/incidents\?perspective=claims-first/);
  await page.getByLabel('Main').getByRole('link', { name: 'Reports' }).click();
  await expect(page).toHaveURL(/\/reports\?perspective=claims-first/);
});

test('the why lists what each statement contributed, heaviest first', async ({ page }) => {
  const label = await moscow(page);
  await page.goto(`/incidents/${label}?perspective=cautious-coder`);
  await page.locator('.why-all summary').click();
  const first = page.locator('.why-group').first();
  const weights = await first.locator('.weight .number').allInnerTexts();
  const sizes = weights.map((text) => (text === 'not heard' ? 0 : Math.abs(Number(text.replace('−', '-')))));
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(sizes[0]).toBeGreaterThan(0);
  await expect(first.locator('tbody tr').first()).toContainText(/sentence \d+/);
});

test('two perspectives stand side by side, and what made the difference', async ({ page }) => {
  await page.goto('/perspectives');
  await page.locator('#claims-first').getByRole('link', { name: 'Compare with another' }).click();
  await expect(page).toHaveURL(/\/difference\?/);
  const row = page.locator('table.changes tbody tr').first();
  await expect(row).toContainText('differs');
  await expect(row.locator('.because')).not.toBeEmpty();
  const all = await page.locator('table.changes tbody tr').count();
  await page.getByRole('button', { name: /^toll/ }).click();
  await expect.poll(() => page.locator('table.changes tbody tr').count()).toBeLessThanOrEqual(all);
});

test('a text that is no perspective is refused by line, and cannot be saved', async ({ page }) => {
  await page.goto('/perspectives/edit?from=claims-first');
  const text = page.getByLabel('Text of the perspective');
  await expect(page.getByText('Nothing is wrong with it.')).toBeVisible();
  await text.fill('perspective: mine\ntitle: Mine\notherwize: 1\n');
  await expect(page.getByRole('alert')).toContainText('Line 3');
  await expect(page.getByRole('alert')).toContainText('otherwise');
  await expect(page.locator('.lines li.wrong')).toHaveText('3');
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
});
