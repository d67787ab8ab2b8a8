import { contested, expect, test } from './workbench';

test('a wrong reading leaves the sheet when judged, and comes back when undone', async ({ page }) => {
  const dispute = await contested(page);
  await page.goto(`/incidents/${dispute.label}`);
  const card = page.locator('.claimant .statement').last();
  const id = (await card.getAttribute('id')) ?? '';
  await card.getByRole('button', { name: 'Wrong reading' }).click();
  await card.getByLabel('Reason').fill('The sentence is about another attack.');
  await card.getByLabel('Your name').fill('A. Reader');
  await card.getByRole('button', { name: 'Record the judgement' }).click();
  await expect(page.locator('.banner')).toContainText('Recorded');
  await expect(page.locator(`.claimant [id="${id}"]`)).toHaveCount(0);

  await page.locator('.banner').getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.banner')).toContainText('undone');
  await expect(page.locator(`.claimant [id="${id}"]`)).toHaveCount(1);
});
