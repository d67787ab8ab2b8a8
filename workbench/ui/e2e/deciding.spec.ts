import { contested, expect, test } from './workbench';

test('a statement is given its right actor, which is seen among the judgements and undone there', async ({ page }) => {
  const dispute = await contested(page);
  await page.goto(`/incidents/${dispute.label}`);
  const card = page.locator('.claimant .statement').last();
  const id = (await card.getAttribute('id')) ?? '';
  const before = await page.locator('.claimant', { has: page.locator(`[id="${id}"]`) }).getAttribute('aria-label');

  await card.getByRole('button', { name: 'Right actor' }).click();
  const record = card.getByRole('button', { name: 'Record the judgement' });
  await expect(record).toBeDisabled();
  await card.getByRole('combobox', { name: 'Whom they name' }).fill('united nat');
  await expect(card.getByRole('option').first()).toContainText('United Nations');
  await page.keyboard.press('Enter');
  const reason = `The paragraph before it says so (${Date.now()}).`;
  await card.getByLabel('Reason').fill(reason);
  await card.getByLabel('Your name').fill('A. Reader');
  await record.click();
  await expect(page.locator('.banner')).toContainText('Recorded');
  const column = page.locator('.claimant', { has: page.locator(`[id="${id}"]`) });
  await expect(column).toHaveAttribute('aria-label', /United Nations/);

  await page.getByRole('contentinfo').getByRole('link', { name: 'Judgements' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Judgements');
  const row = page.locator('tbody tr').filter({ hasText: reason });
  await expect(row).toContainText('A. Reader');
  await expect(row.getByRole('link', { name: `Incident ${dispute.label}` })).toBeVisible();
  await row.getByRole('button', { name: 'Undo' }).click();
  await row.getByLabel('Your name').fill('B. Editor');
  await row.getByRole('button', { name: 'Record the judgement' }).click();
  await expect(row).toContainText('Taken back by B. Editor');
  await expect(row.getByRole('button', { name: 'Undo' })).toHaveCount(0);

  await row.getByRole('link', { name: `Incident ${dispute.label}` }).click();
  await expect(page.locator('.claimant', { has: page.locator(`[id="${id}"]`) })).toHaveAttribute(
    'aria-label',
    before ?? '',
  );
});

test('reports are filtered by words, outlet and days, in the address', async ({ page }) => {
  await page.goto('/reports');
  const rows = page.locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  const all = await rows.count();
  const outlet = await page.getByLabel('Outlet').locator('option').nth(1).getAttribute('value');
  await page.getByLabel('Outlet').selectOption(outlet);
  await expect(page).toHaveURL(/outlet=/);
  await expect.poll(() => rows.count()).toBeLessThan(all);
  for (const cell of await rows.locator('td:nth-child(3)').allInnerTexts()) expect(cell).toBe(outlet);

  await page.goto('/reports?from=2024-03-22&to=2024-03-24');
  await expect(page.getByLabel('Published from')).toHaveValue('2024-03-22');
  for (const cell of await rows.locator('td:first-child').allInnerTexts()) expect(cell).toMatch(/^2[234] Mar 2024$/);
  await page.getByLabel('Words').fill('zzzzzz');
  await expect(page.getByText('No report fits these filters.')).toBeVisible();
  await page.locator('.note').getByRole('button', { name: 'Clear all filters' }).click();
  await expect(page).toHaveURL(/\/reports$/);
  await expect(rows).toHaveCount(all);
});

test('every passage that tells of an incident is kept on its sheet, folded by report', async ({ page }) => {
  const dispute = await contested(page);
  const sheet = (await (await page.request.get(`/api/v1/incidents/${dispute.label}`)).json()) as {
    other: { id: string; kind: string }[];
  };
  const told = sheet.other.filter((said) => said.kind === 'occurrence');
  await page.goto(`/incidents/${dispute.label}`);
  const fold = page.locator('.also details');
  await expect(fold.locator('li').first()).toBeHidden();
  await fold.locator('summary').click();
  await expect(fold.locator('li')).toHaveCount(told.length);
  await page.goto(`/incidents/${dispute.label}?assertion=${told.at(-1)?.id}`);
  await expect(page.locator('.also [aria-current]')).toBeInViewport();
});
