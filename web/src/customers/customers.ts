/** Customers as this feature reads and changes them. */
import { api, ok, type Schemas } from '../api/client';
import { phone } from '../i18n/format';
import { t } from '../i18n/i18n.svelte';
import { onLive } from '../live/live';
import { queries } from '../queries';

export type Customer = Schemas['CustomerView'];

/** What to call somebody: their name, what WhatsApp says, their number. */
export function nameOf(customer: Customer): string {
  const [contact] = customer.contacts;
  return (
    customer.name ??
    contact?.profile_name ??
    (contact?.username ? `@${contact.username}` : undefined) ??
    (customer.phone ? phone(customer.phone) : t('customers.noName'))
  );
}

/** Shows the customer as they are now in every list that has them. */
function replace(id: number, change: (customer: Customer) => Customer): void {
  queries.setQueriesData<Schemas['CustomerPage']>(
    { queryKey: ['customers'] },
    (page) =>
      page && {
        ...page,
        items: page.items.map((customer) => (customer.id === id ? change(customer) : customer)),
      },
  );
}

/** How long news of lists gather before the lists are asked for again, ms. */
const GATHER = 2_000;
let gathering: ReturnType<typeof setTimeout> | undefined;

/** Keeps what is shown as it is now, until the function it gives is called. */
export function followCustomers(): () => void {
  // Rows change where they stand; who came or went moves them, so that waits a moment.
  const later = () => {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      void refresh();
    }, GATHER);
  };
  return onLive({
    'customer.created': later,
    'customer.updated': ({ customer }) => replace(customer.id, () => customer),
    'customer.deleted': later,
    'customers.changed': later,
  });
}

/** Records that they refuse marketing, or allow it again; shown at once, taken back if it fails. */
export async function setOptedOut({ id }: Customer, optedOut: boolean): Promise<void> {
  const show = (opted_out: boolean) => replace(id, (customer) => ({ ...customer, opted_out }));
  show(optedOut);
  try {
    const params = { path: { id } };
    await ok(api.PUT('/api/customers/{id}/opted-out', { params, body: { opted_out: optedOut } }));
  } catch (error) {
    show(!optedOut);
    throw error;
  }
}

export function getCustomer(id: number): Promise<Customer> {
  return ok(api.GET('/api/customers/{id}', { params: { path: { id } } }));
}

export async function createCustomer(body: Schemas['CreateCustomer']): Promise<Customer> {
  const customer = await ok(api.POST('/api/customers', { body }));
  await refresh();
  return customer;
}

export async function updateCustomer(
  id: number,
  body: Schemas['UpdateCustomer'],
): Promise<Customer> {
  const customer = await ok(api.PATCH('/api/customers/{id}', { params: { path: { id } }, body }));
  replace(id, () => customer);
  await refresh();
  return customer;
}

/** Asks again for what a change may have moved: lists, and the tags' counts. */
function refresh(): Promise<unknown> {
  return Promise.all([
    queries.invalidateQueries({ queryKey: ['customers'] }),
    queries.invalidateQueries({ queryKey: ['tags'] }),
  ]);
}
