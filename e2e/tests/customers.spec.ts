import {
  expect,
  expectAccessible,
  look,
  LOOKS,
  Server,
  shoot,
  signIn,
  test,
  type APIRequestContext,
  type Page,
} from '../support/test.ts';

let server: Server;
let api: APIRequestContext;

test.beforeAll(async ({ playwright }) => {
  server = await Server.startSetUp();
  await server.command('demo-data', ['--customers', '1200', '--messages', '3000', '--seed', '7']);
  const { key } = JSON.parse(await server.command('key create', ['--name', 'e2e', '--json']));
  api = await playwright.request.newContext({
    baseURL: server.url,
    extraHTTPHeaders: { 'x-api-key': key },
  });
  for (const attribute of [
    { key: 'birthday', label: 'Birthday', type: 'date' },
    { key: 'size', label: 'Size', type: 'number' },
    { key: 'newsletter', label: 'Newsletter', type: 'boolean' },
    { key: 'notes_ar', label: 'ملاحظات', type: 'text' },
    { key: 'next_visit', label: 'Next visit', type: 'datetime' },
    { key: 'opens', label: 'Opens', type: 'time' },
    { key: 'extra', label: 'Extra', type: 'json' },
  ]) {
    const answer = await api.post('/api/attributes', { data: attribute });
    expect([201, 409]).toContain(answer.status());
  }
  const answer = await api.post('/api/customers', {
    data: { name: 'مها الشمري', phone: '+966501112233', tags: ['e2e-vip'] },
  });
  expect(answer.status()).toBe(201);
});
test.afterAll(async () => {
  await api.dispose();
  await server.stop();
});

test.beforeEach(async ({ page }) => {
  await signIn(page, server);
});

const box = (page: Page) => page.locator('#customers-search');
const rows = (page: Page) => page.locator('tbody tr[data-id]');
const dialog = (page: Page) => page.getByRole('dialog');

for (const { language, theme } of LOOKS) {
  test(`is accessible in ${language}, ${theme}`, async ({ page }) => {
    await look(page, { language, theme });
    await page.goto(`${server.url}/customers`);
    await expect(rows(page)).toHaveCount(50);
    await expectAccessible(page);
    await shoot(page, `customers-${language}-${theme}`);
    await page.goto(`${server.url}/customers?q=tag:e2e-vip`);
    await page.getByRole('link', { name: 'مها الشمري' }).click();
    await expect(dialog(page).getByText('e2e-vip')).toBeVisible();
    await expectAccessible(page);
    await shoot(page, `customer-dialog-${language}-${theme}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expect(dialog(page)).toBeVisible();
    await page.keyboard.type('مها');
    await expect(dialog(page).getByRole('option', { name: /مها/ }).first()).toBeVisible();
    await expectAccessible(page);
    await shoot(page, `palette-${language}-${theme}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(dialog(page)).toBeVisible();
    await expectAccessible(page);
    await shoot(page, `shortcuts-${language}-${theme}`);
    await page.goto(`${server.url}/no/such/page`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
}

test('nothing moves while the page is loaded', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { shifts: [] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value } = entry as PerformanceEntry & { value: number };
        (window as unknown as { shifts: number[] }).shifts.push(value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${server.url}/customers`);
  await expect(rows(page)).toHaveCount(50);
  await page.evaluate(() => document.fonts.ready);
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.01);
});

test('is searched, filtered, sorted and paged, all in the address', async ({ page }) => {
  await page.goto(server.url);
  await expect(page).toHaveURL(/\/customers$/);
  await expect(page.getByText('1,201 customers')).toBeVisible();
  await expect(page.getByText('1–50 of 1,201')).toBeVisible();

  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByText('51–100 of 1,201')).toBeVisible();
  const second = await rows(page).first().textContent();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByText('101–150 of 1,201')).toBeVisible();
  await page.getByRole('button', { name: 'Previous page' }).click();
  await expect(page.getByText('51–100 of 1,201')).toBeVisible();
  await page.reload();
  await expect(page.getByText('51–100 of 1,201')).toBeVisible();
  expect(await rows(page).first().textContent()).toBe(second);
  await page.goBack();
  await expect(page.getByText('101–150 of 1,201')).toBeVisible();

  await page.getByRole('button', { name: 'Name', exact: true }).click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(page.getByText('1–50 of 1,201')).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );

  await box(page).fill('٢٢٣٣');
  await expect(page.getByRole('link', { name: 'مها الشمري' })).toBeVisible();
  await box(page).fill('');
  await box(page).pressSequentially('tag:e2e');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue('tag:e2e-vip ');
  await expect(page.getByText('1 customer', { exact: true })).toBeVisible();
  await shoot(page, 'customers-filtered-en-light');
  await box(page).fill('orders>>5');
  await expect(page.locator('#customers-search-error')).toBeVisible();
  await expectAccessible(page);
  await shoot(page, 'customers-filter-mistake-en-light');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page.getByText('1,201 customers')).toBeVisible();

  await page.getByRole('checkbox', { name: 'e2e-vip' }).check();
  await expect(page.getByText('1 customer', { exact: true })).toBeVisible();
  await page.getByRole('radio', { name: 'Opted out', exact: true }).check();
  await expect(page.getByText('Nobody fits these filters.')).toBeVisible();
  await expectAccessible(page);
  await shoot(page, 'customers-nobody-en-light');
});

test('a customer is edited, by mouse and by keyboard, and it can be undone', async ({ page }) => {
  await page.goto(`${server.url}/customers?q=tag:e2e-vip`);
  await page.getByRole('link', { name: 'مها الشمري' }).focus();
  await page.keyboard.press('e');
  await expect(dialog(page).getByLabel('Full name')).toBeFocused();
  await page.keyboard.type(' ☕');
  const select = dialog(page).getByLabel('Select attribute');
  for (const attribute of ['Birthday', 'Size', 'Newsletter', 'Next visit', 'Opens', 'Extra']) {
    await select.click();
    await page.getByRole('option', { name: attribute, exact: true }).click();
    await dialog(page).getByRole('button', { name: 'Add the attribute' }).click();
  }
  await shoot(page, 'customer-dialog-types-en-light');
  await dialog(page).getByLabel('Size', { exact: true }).fill('large');
  await dialog(page).getByRole('button', { name: 'Save changes' }).click();
  await expect(dialog(page).getByText('This is no number')).toBeVisible();
  await expectAccessible(page);
  await shoot(page, 'customer-dialog-errors-en-light');
  await dialog(page).getByLabel('Size', { exact: true }).fill('٤٢٫٥');
  await dialog(page).getByRole('spinbutton', { name: /day/i }).click();
  await page.keyboard.type('16011975');
  await dialog(page).getByLabel('Next visit', { exact: true }).fill('2026-12-24T10:30');
  await dialog(page).getByLabel('Opens', { exact: true }).fill('09:00');
  await dialog(page).getByLabel('Extra', { exact: true }).fill('{"a": [1, 2]}');
  await dialog(page).getByRole('button', { name: 'Remove the tag e2e-vip' }).click();
  await dialog(page).getByRole('button', { name: 'Save changes' }).click();
  await expect(dialog(page)).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.goto(`${server.url}/customers?q=${encodeURIComponent('مها الشمري')}`);
  await expect(page.getByRole('link', { name: 'مها الشمري', exact: true })).toBeVisible();
  await expect(rows(page).first()).toContainText('e2e-vip');
  await expect(rows(page).first()).toContainText('No attributes');

  const toggle = rows(page).first().getByRole('switch');
  await toggle.click();
  await expect(toggle).toBeChecked();
  await page.reload();
  await expect(toggle).toBeChecked();
  await toggle.click();
  await expect(page.getByText('may get marketing again')).toBeVisible();
});

test('two who edit the same customer lose nothing', async ({ page }) => {
  await page.goto(`${server.url}/customers?q=tag:e2e-vip`);
  await page.getByRole('button', { name: /^Edit / }).click();
  await expect(dialog(page).getByLabel('Full name')).toHaveValue('مها الشمري');
  const id = new URL(page.url()).searchParams.get('edit');
  const other = await api.patch(`/api/customers/${id}`, {
    data: { email: 'maha@example.com' },
  });
  expect(other.ok()).toBe(true);
  await dialog(page).getByLabel('Full name').fill('Maha Al-Shammari');
  await dialog(page).getByRole('button', { name: 'Save changes' }).click();
  await dialog(page).getByRole('button', { name: 'Show their changes' }).click();
  await expect(dialog(page).getByLabel('Email')).toHaveValue('maha@example.com');
  await expect(dialog(page).getByLabel('Full name')).toHaveValue('Maha Al-Shammari');
  await dialog(page).getByRole('button', { name: 'Save changes' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole('link', { name: 'Maha Al-Shammari' })).toBeVisible();
});

test('somebody new is made, and a number that is known leads to its owner', async ({ page }) => {
  await page.goto(`${server.url}/customers`);
  await expect(rows(page)).toHaveCount(50);
  await page.keyboard.press('n');
  await dialog(page).getByRole('button', { name: 'Create' }).click();
  await expect(dialog(page).getByText('A name, a number or an email is needed')).toBeVisible();
  await dialog(page).getByLabel('Full name').fill('ليلى 🌸');
  await dialog(page).getByLabel('WhatsApp number').fill('050 111 2233');
  await dialog(page).getByRole('button', { name: 'Create' }).click();
  await dialog(page).getByRole('button', { name: 'Open that customer' }).click();
  await expect(dialog(page).getByLabel('WhatsApp number')).toHaveValue(/966501112233/);
  await dialog(page).getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog(page)).toBeHidden();
  await page.getByRole('button', { name: 'New customer' }).click();
  await dialog(page).getByLabel('Full name').fill('ليلى 🌸');
  await dialog(page).getByLabel('WhatsApp number').fill('050 111 2244');
  await dialog(page).getByRole('button', { name: 'Create' }).click();
  await expect(dialog(page)).toBeHidden();
  await box(page).fill('ليلى 🌸');
  await expect(page.getByRole('link', { name: 'ليلى 🌸' })).toBeVisible();
});

test('what others change is seen at once', async ({ page }) => {
  await page.goto(`${server.url}/customers?q=${encodeURIComponent('phone:+966501119900')}`);
  await expect(page.getByText('Nobody fits these filters.')).toBeVisible();
  const made = await api.post('/api/customers', {
    data: { name: 'Dalal', phone: '+966501119900' },
  });
  await expect(page.getByRole('link', { name: 'Dalal' })).toBeVisible();
  const { id } = (await made.json()) as { id: number };
  await api.patch(`/api/customers/${id}`, { data: { name: 'دلال', tags: ['e2e-new'] } });
  await expect(page.getByRole('link', { name: 'دلال' })).toBeVisible();
  await expect(rows(page).first()).toContainText('e2e-new');
  await api.delete(`/api/customers/${id}`);
  await expect(page.getByText('Nobody fits these filters.')).toBeVisible();
});

test('a lost server is told, and what is on the screen comes back', async ({ page }) => {
  await page.goto(`${server.url}/customers`);
  await expect(rows(page)).toHaveCount(50);
  await server.kill();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByText('Reconnecting…')).toBeVisible();
  await shoot(page, 'customers-lost-en-light');
  await server.again();
  await expect(page.getByText('Reconnecting…')).toBeHidden({ timeout: 15_000 });
  await expect(page.getByText(/51–100 of/)).toBeVisible();
});

test('works on a phone, from the right too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const language of ['en', 'ar'] as const) {
    await look(page, { language, theme: language === 'ar' ? 'dark' : 'light' });
    await page.goto(`${server.url}/customers`);
    await expect(rows(page)).toHaveCount(50);
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    expect(await overflow()).toBe(0);
    await expectAccessible(page);
    await shoot(page, `customers-phone-${language}`);
    await rows(page).first().getByRole('link').click();
    await expect(dialog(page)).toBeVisible();
    await expectAccessible(page);
    await shoot(page, `customer-dialog-phone-${language}`);
    await page.goto(`${server.url}/start`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await overflow()).toBe(0);
    await shoot(page, `first-steps-phone-${language}`);
  }
});
