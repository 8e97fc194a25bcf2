import { expect, expectAccessible, Server, shoot, test } from '../support/test.ts';

test.describe.configure({ mode: 'serial' });

let server: Server;
test.beforeAll(async () => {
  server = await Server.start();
});
test.afterAll(() => server.stop());

test('a newcomer sets up, tries the phone, and invites somebody', async ({ page, browser }) => {
  await page.goto(server.url);
  await expect(page.getByRole('heading', { name: 'Welcome to Clientele' })).toBeVisible();
  await expectAccessible(page);
  await shoot(page, 'set-up-en-light');

  // What is missing is said at its field, and the first one gets the focus.
  await page.getByRole('button', { name: 'Create and continue' }).click();
  await expect(page.getByLabel('Business name')).toBeFocused();
  await expect(page.getByRole('alert')).toHaveCount(4);
  await shoot(page, 'set-up-errors-en-light');

  await page.getByLabel('Business name').fill('بيت القهوة');
  await page.getByLabel('Country').selectOption({ label: 'Saudi Arabia' });
  await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Riyadh');
  await page.getByLabel('Your name').fill('Huda Al-Harbi');
  await page.getByLabel('Email').fill('no address');
  await page.getByLabel('Password').fill('qahwa with cardamom');
  await page.getByRole('button', { name: 'Create and continue' }).click();
  await expect(page.getByLabel('Email')).toBeFocused(); // the server's own refusal
  await page.getByLabel('Email').fill('huda@baytcoffee.sa');
  await page.getByRole('button', { name: 'Create and continue' }).click();

  await expect(page.getByRole('heading', { name: 'Set up \u2068بيت القهوة' })).toBeVisible();
  await expect(page).toHaveURL(/\/start$/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Switch the phone on' }).click();
  const phone = page.getByRole('group', { name: 'Simulated phone' });
  await phone.getByLabel('Write as the customer').fill('السلام عليكم، متى تفتحون؟ ☕');
  await phone.getByRole('button', { name: 'Send' }).click();
  await expect(phone.getByText('متى تفتحون؟')).toBeVisible();
  await shoot(page, 'first-steps-en-light');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite to the team' });
  await dialog.getByLabel('Name').fill('Omar');
  await dialog.getByLabel('Email').fill('omar@baytcoffee.sa');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  const link = await dialog.getByLabel(/Link for .Omar/).inputValue();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  const invited = await (await browser.newContext()).newPage();
  await invited.goto(link);
  await invited.getByLabel('Password').fill('too short');
  await invited.getByRole('button', { name: 'Join the team' }).click();
  await expect(invited.getByLabel('Password')).toBeFocused();
  await invited.getByLabel('Password').fill('a garden in the morning');
  await expectAccessible(invited);
  await shoot(invited, 'invitation-en-light');
  await invited.getByRole('button', { name: 'Join the team' }).click();
  await expect(invited.getByRole('heading', { name: 'Customers' })).toBeVisible();
  // An agent connects no numbers, so the first steps are not theirs.
  await invited.getByRole('button', { name: /Omar/ }).click();
  await expect(invited.getByRole('menuitem', { name: 'First steps' })).toHaveCount(0);
  await invited.close();

  // The message became a customer.
  await page.getByRole('link', { name: 'Customers' }).first().click();
  await expect(page.getByRole('link', { name: /Noura/ })).toBeVisible();
});

test('who comes later signs in', async ({ page }) => {
  await page.goto(`${server.url}/customers?q=noura`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page);
  await shoot(page, 'sign-in-en-light');
  await page.getByLabel('Email').fill('huda@baytcoffee.sa');
  await page.getByLabel('Password').fill('something else');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText(
    'The email address or the password is wrong.',
  );
  await page.getByLabel('Password').fill('qahwa with cardamom');
  await page.keyboard.press('Enter');
  // Where they wanted to go is where they are.
  await expect(page.getByRole('combobox', { name: 'Search or filter customers' })).toHaveValue(
    'noura',
  );
  await page.getByRole('button', { name: /Huda/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
