import { contested, expect, test } from './workbench';

test('Ctrl+K finds an incident on the keyboard alone', async ({ page }) => {
  const dispute = await contested(page);
  await page.goto('/reports');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reports');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search the ledger' })).toBeFocused();
  await page.keyboard.type(dispute.label);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/incidents/${dispute.label}$`));
});

test('the keyboard reaches everything in order, and help tells how', async ({ page }) => {
  await page.goto('/incidents');
  await expect(page.locator('.table-panel tbody tr').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  const order: string[] = [];
  for (let step = 0; step < 18; step++) {
    await page.keyboard.press('Tab');
    order.push(
      await page.evaluate(() => {
        const at = document.activeElement as HTMLElement;
        return (at.ariaLabel ?? at.closest('label')?.firstChild?.textContent ?? at.textContent ?? '').trim();
      }),
    );
  }
  expect(order.slice(0, 10)).toEqual([
    'Ascribe',
    'Incidents',
    'Reports',
    'Actors',
    'Matches',
    'Findings',
    'Imports',
    'SearchCtrl K',
    'Perspective',
    'Perspective',
  ]);
  expect(order.join('|')).toMatch(/Theme\|Keyboard help\|Download as CSV\|Words\|From/);

  await page.keyboard.press('Escape');
  await page.locator('main').focus();
  await page.keyboard.press('j');
  await expect(page.locator('a.row').first()).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page).toHaveURL(/\/actors$/);
});

test('both themes: every page in both, chosen or by the system', async ({ page }) => {
  const dispute = await contested(page);
  const actor = dispute.actors[0]?.id ?? '';
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    for (const address of [
      '/incidents',
      `/incidents/${dispute.label}`,
      '/reports',
      '/actors',
      `/actors/${actor}`,
      '/matches',
      '/findings/escalation',
      '/perspectives',
      '/difference',
    ]) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      expect(ground).toBe(scheme === 'light' ? 'rgb(244, 245, 247)' : 'rgb(17, 21, 26)');
    }
  }
  await page.getByLabel('Theme').selectOption('light');
  await page.reload();
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor))
    .toBe('rgb(244, 245, 247)');
});

test('no page scrolls sideways on a narrow screen, and each has one heading and a title', async ({ page }) => {
  const dispute = await contested(page);
  await page.setViewportSize({ width: 800, height: 900 });
  for (const address of [
    '/incidents',
    `/incidents/${dispute.label}`,
    '/reports',
    '/actors',
    '/judgements',
    '/matches',
    '/findings/escalation',
    '/findings/pair',
    '/findings/words',
    '/perspectives',
    '/perspectives/edit',
    '/difference',
  ]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page).toHaveTitle(/Ascribe$/);
    await expect(page.getByText('Loading')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    const nameless = await page.locator('button, a[href], input, select').evaluateAll((all) =>
      all
        .filter((one) => {
          const input = one as HTMLInputElement;
          return !(one.getAttribute('aria-label') ?? one.textContent ?? '').trim() && !(input.labels?.length ?? 0);
        })
        .map((one) => one.outerHTML.slice(0, 120)),
    );
    expect(nameless).toEqual([]);
  }
});
