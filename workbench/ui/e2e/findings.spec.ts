import { expect, test } from './workbench';

test('a finding says what it rests on, how it was worked out, and gives its data', async ({ page }) => {
  await page.goto('/findings/escalation');
  const finding = page.locator('.finding:not(.few)').first();
  await expect(finding.locator('.sentence')).toContainText('incidents');
  await expect(finding.locator('svg[role=img]').first()).toBeVisible();
  await finding.getByText('Method, limits and data').click();
  await expect(finding.locator('.how')).toContainText('95 %');
  const address = await finding.locator('.csvs a').first().getAttribute('href');
  const csv = await page.request.get(address ?? '');
  expect(csv.ok()).toBe(true);
  expect(await csv.text()).toContain('month,incidents');
  await finding.locator('.rests a').first().click();
  await expect(page.locator('.sheet-head')).toBeVisible();
});

test('too few data are said and nothing is drawn', async ({ page }) => {
  await page.goto('/findings/escalation?country=LT');
  const all = page.locator('.finding, .panel.empty');
  await expect(all.first()).toBeVisible();
  await expect(page.locator('.finding.few svg')).toHaveCount(0);
});

test('findings are worked out under the perspective of the page', async ({ page }) => {
  await page.goto('/findings/escalation?perspective=most-conservative');
  await expect(page.locator('.total')).toContainText('Most conservative');
  for (const name of ['Word against record', 'Spillover', 'Outlook']) {
    await page.getByRole('navigation', { name: 'Findings' }).getByRole('link', { name }).click();
    await expect(page).toHaveURL(/perspective=most-conservative/);
    await expect(page.locator('.finding, .panel.empty').first()).toBeVisible();
  }
});
